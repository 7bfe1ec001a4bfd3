import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { loadWhatIf, type WhatIfContext } from '$lib/metrics/what-if/load-what-if';
import type { WhatIfFigures, WhatIfView } from '$lib/metrics/what-if/what-if-view';
import type { Condition } from '$lib/policy/conditions/condition';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import type { DraftChange, FieldRef, RuleDraft } from '$lib/policy/what-if/draft';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { sampleTable, type CsvRow } from '../pages/sample-rows';

const { rows, meta } = loadSample();
const rulebook = readRulebook();
const context: WhatIfContext = { rulebook, meta, book: readConditionBook() };
const highEnd = 'guides/2023/high-end-upgrade';

let engine: Engine;

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, rows);
});

afterAll(() => engine.close());

const draftOf = (changes: [FieldRef, DraftChange['value']][], category = highEnd): RuleDraft => ({
  id: 'tried-out',
  name: '试改',
  copyOf: 2023,
  changes: changes.map(([field, value]) => ({ category, field, value })),
});

async function viewOf(draft: RuleDraft, within: WhatIfContext = context): Promise<WhatIfView> {
  const { view, refusals } = await loadWhatIf(engine, within, draft);
  if (!view) throw new Error(JSON.stringify(refusals));
  return view;
}

const rate: FieldRef = { kind: 'rate', variant: null, component: 'total-input' };
const cap: FieldRef = { kind: 'cap', variant: null, component: null };

// From here the sample's own lines, in plain arithmetic of big integers: nothing of the portal takes part.

const applicants = sampleTable('project').filter(
  (row) => row['category_id'] === highEnd && String(row['submitted_on']) <= meta.asOf,
);

interface Terms {
  percent: bigint;
  capFen: bigint;
}
const printed: Terms = { percent: 10n, capFen: 4_000_000_000n };
const drafted: Terms = { percent: 8n, capFen: 3_000_000_000n };

const least = (one: bigint, other: bigint) => (one < other ? one : other);
const ceilingOf = (row: CsvRow, { percent, capFen }: Terms): bigint =>
  least((BigInt(row['subsidy_base_fen'] || row['total_investment_fen'] || '') * percent) / 100n, capFen);
const isAwarded = (row: CsvRow) => row['awarded_on'] !== '' && String(row['awarded_on']) <= meta.asOf;
const cutAward = (row: CsvRow, terms: Terms) => least(BigInt(row['award_fen'] ?? ''), ceilingOf(row, terms));
const total = (amounts: bigint[]): number => Number(amounts.reduce((sum, amount) => sum + amount, 0n));

const sumsOf = (some: CsvRow[], terms: Terms) => ({
  ceiling: total(some.map((row) => ceilingOf(row, terms))),
  awards: total(some.filter(isAwarded).map((row) => cutAward(row, terms))),
  firstYear: total(some.filter(isAwarded).map((row) => cutAward(row, terms) / 2n)),
});

const shown = ({ ceiling, awards, firstYear }: WhatIfFigures, side: 'before' | 'after') => ({
  ceiling: ceiling[side].fen,
  awards: awards[side].fen,
  firstYear: firstYear[side].fen,
});

const placeOf = (row: CsvRow) =>
  row['reports_directly'] === 'true' ? row['county_adcode'] : row['city_adcode'];

const clusterOf = (row: CsvRow) => row['cluster_id'] || (row['in_cluster'] === 'false' ? 'none' : 'unknown');

describe('高端化: cap 4000 → 3000 万元, rate 10 → 8 %', () => {
  let view: WhatIfView;
  beforeAll(async () => {
    view = await viewOf(
      draftOf([
        [rate, 8],
        [cap, 3_000_000_000],
      ]),
    );
  });

  const changed = () => view.categories.find(({ categoryId }) => categoryId === highEnd);
  /** What the other items add to a total or group: the same before and after. */
  const moved = (figures: WhatIfFigures) => {
    const [before, after] = [shown(figures, 'before'), shown(figures, 'after')];
    return {
      ceiling: Number(after.ceiling) - Number(before.ceiling),
      awards: Number(after.awards) - Number(before.awards),
      firstYear: Number(after.firstYear) - Number(before.firstYear),
    };
  };
  const expectedMove = (some: CsvRow[]) => {
    const [before, after] = [sumsOf(some, printed), sumsOf(some, drafted)];
    return {
      ceiling: after.ceiling - before.ceiling,
      awards: after.awards - before.awards,
      firstYear: after.firstYear - before.firstYear,
    };
  };

  test('the sample has applicants and awards whose money changes', () => {
    expect(applicants.length).toBeGreaterThan(40);
    expect(sumsOf(applicants, drafted).awards).toBeLessThan(sumsOf(applicants, printed).awards);
  });

  test('the item’s sums are those of the plain arithmetic', () => {
    const item = changed();
    expect(item?.applicants).toBe(applicants.length);
    expect(item?.awardedProjects).toBe(applicants.filter(isAwarded).length);
    expect(item && shown(item, 'before')).toEqual(sumsOf(applicants, printed));
    expect(item && shown(item, 'after')).toEqual(sumsOf(applicants, drafted));
  });

  test('every project is counted in the sums and none is left out', () => {
    const item = changed();
    expect(item?.ceiling.after).toMatchObject({ counted: applicants.length, leftOut: 0, estimated: 0 });
    expect(item?.awards.after).toMatchObject({ counted: applicants.filter(isAwarded).length, leftOut: 0 });
  });

  test('the total moves by just as much', () => {
    expect(moved(view.total)).toEqual(expectedMove(applicants));
  });

  test('each city and direct county moves by its own projects', () => {
    const places = new Set(applicants.map(placeOf));
    expect(places.size).toBeGreaterThan(8);
    for (const place of view.places) {
      const here = applicants.filter((row) => placeOf(row) === place.adcode);
      expect({ place: place.adcode, ...moved(place) }).toEqual({
        place: place.adcode,
        ...expectedMove(here),
      });
    }
  });

  test('each cluster moves by its own projects', () => {
    expect(new Set(applicants.map(clusterOf)).size).toBeGreaterThan(8);
    for (const cluster of view.clusters) {
      const here = applicants.filter((row) => clusterOf(row) === cluster.clusterKey);
      expect({ key: cluster.clusterKey, ...moved(cluster) }).toEqual({
        key: cluster.clusterKey,
        ...expectedMove(here),
      });
    }
  });

  test('money alone changes nobody’s eligibility, and what is open is not called eligible', () => {
    const item = changed();
    expect(view.movesInAll).toBe(0);
    expect(item?.eligibility.after).toEqual(item?.eligibility.before);
    const { met, notMet, undetermined } = item?.eligibility.after ?? { met: 0, notMet: 0, undetermined: 0 };
    expect(met + notMet + undetermined).toBe(applicants.length);
    // The tables carry no proof that building has begun: nothing can be met in full.
    expect(met).toBe(0);
  });

  test('places, clusters and items each add up to the total', () => {
    for (const groups of [view.places, view.clusters, view.categories]) {
      for (const side of ['before', 'after'] as const) {
        for (const sum of ['ceiling', 'awards', 'firstYear'] as const) {
          const parts = groups.reduce((all, group) => all + (group[sum][side].fen ?? 0), 0);
          expect(parts).toBe(view.total[sum][side].fen);
        }
      }
    }
  });
});

describe('a draft that changes nothing', () => {
  test('gives the same before and after, for items untouched and items set to what they are', async () => {
    const view = await viewOf(
      draftOf([
        [rate, 10],
        [cap, 4_000_000_000],
        [{ kind: 'quota' }, 30],
      ]),
    );
    expect(view.categories.find(({ changed }) => changed)?.categoryId).toBe(highEnd);
    for (const figures of [view.total, ...view.categories, ...view.places, ...view.clusters]) {
      expect(figures.ceiling.after).toEqual(figures.ceiling.before);
      expect(figures.awards.after).toEqual(figures.awards.before);
      expect(figures.firstYear.after).toEqual(figures.firstYear.before);
      expect(figures.eligibility.after).toEqual(figures.eligibility.before);
      expect(figures.comesIn + figures.fallsOut).toBe(0);
    }
    expect(view.totalQuota?.after).toEqual(view.totalQuota?.before);
  });

  test('the ceilings before are those that the library states', async () => {
    const view = await viewOf(draftOf([]));
    const stated = new Map<string, number>();
    for (const row of rows.project) {
      if (row.guide_year === 2023 && row.ceiling_fen !== null)
        stated.set(row.category_id, (stated.get(row.category_id) ?? 0) + row.ceiling_fen);
    }
    const oneBase = rulebook.guides
      .flatMap((guide) => guide.categories)
      .filter(
        ({ subsidy, variants }) => subsidy.components.length === 1 && variants.every((type) => !type.subsidy),
      );
    const compared = view.categories.filter(
      ({ categoryId, eligibility }) =>
        eligibility.before.notMet === 0 && oneBase.some(({ id }) => id === categoryId),
    );
    expect(compared.length).toBeGreaterThan(5);
    for (const { categoryId, ceiling } of compared)
      expect([categoryId, ceiling.before.fen]).toEqual([categoryId, stated.get(categoryId)]);
  });

  test('items of separate notices have no ceiling, which is not 0', async () => {
    const view = await viewOf(draftOf([]));
    const notices = rulebook.guides
      .flatMap((guide) => guide.categories)
      .filter(
        ({ guideYear, subsidy, variants }) =>
          guideYear === 2023 && subsidy.kind === 'unknown' && variants.every((type) => !type.subsidy),
      );
    const found = view.categories.filter(
      ({ categoryId, applicants: some }) => some > 0 && notices.some(({ id }) => id === categoryId),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { ceiling, applicants: some } of found)
      expect(ceiling.before).toMatchObject({ fen: null, counted: 0, leftOut: some });
  });
});

describe('a threshold of 总投入 raised from 5000 万元 to 1.5 亿元', () => {
  const threshold: Condition = {
    id: 'total-input',
    kind: 'requirement',
    name: { zh: '总投入不低于5000万元', en: 'Total input ≥ 50 million yuan' },
    when: null,
    test: {
      kind: 'amount',
      facts: ['total_input'],
      bounds: [{ comparison: 'at_least', value: 5_000_000_000 }],
    },
    inPrinciple: false,
    source: { document: 'fund-guide-2023', section: '一/（一）1（2）', words: '不低于5000万元' },
  };
  const item = context.book.items[highEnd];
  if (!item) throw new Error('the rules hold the high-end upgrade');
  const within: WhatIfContext = {
    ...context,
    book: {
      ...context.book,
      items: { ...context.book.items, [highEnd]: { ...item, conditions: [threshold] } },
    },
  };
  const raised = (value: number) =>
    draftOf([[{ kind: 'threshold', condition: 'total-input', test: 1, bound: 'at_least' }, value]]);
  const below = (row: CsvRow, fen: number) => Number(row['subsidy_base_fen']) < fen;

  test('those between fall out, named with the condition that decides', async () => {
    const view = await viewOf(raised(15_000_000_000), within);
    const out = applicants.filter((row) => !below(row, 5_000_000_000) && below(row, 15_000_000_000));
    expect(out.length).toBeGreaterThan(0);
    expect(view.moves.map(({ projectId }) => projectId).sort()).toEqual(
      out.map((row) => String(row['project_id'])).sort(),
    );
    expect(view.moves.every(({ direction }) => direction === 'falls_out')).toBe(true);
    expect(view.moves[0]?.decidedBy).toEqual([{ id: 'total-input', name: threshold.name }]);
    expect(view.total.fallsOut).toBe(out.length);
  });

  test('their ceilings, awards and places in the quota go', async () => {
    const view = await viewOf(raised(15_000_000_000), within);
    const stay = applicants.filter((row) => !below(row, 15_000_000_000));
    const category = view.categories.find(({ categoryId }) => categoryId === highEnd);
    expect(category && shown(category, 'after').ceiling).toBe(sumsOf(stay, printed).ceiling);
    const awards = applicants.filter(isAwarded);
    const lost = awards.filter((row) => !below(row, 5_000_000_000) && below(row, 15_000_000_000));
    expect(category?.awardsLost).toBe(lost.length);
    expect(category?.awards.after.fen).toBe(
      sumsOf(
        awards.filter((row) => !lost.includes(row)),
        printed,
      ).awards,
    );
    expect(category?.quota).toEqual({
      before: { quota: 30, used: awards.length, headroom: 30 - awards.length },
      after: { quota: 30, used: awards.length - lost.length, headroom: 30 - awards.length + lost.length },
    });
  });

  test('lowered instead, they come in', async () => {
    const start: WhatIfContext = {
      ...within,
      book: {
        ...within.book,
        items: {
          ...within.book.items,
          [highEnd]: {
            ...item,
            conditions: [
              {
                ...threshold,
                test: {
                  kind: 'amount',
                  facts: ['total_input'],
                  bounds: [{ comparison: 'at_least', value: 15_000_000_000 }],
                },
              },
            ],
          },
        },
      },
    };
    const view = await viewOf(raised(5_000_000_000), start);
    const into = applicants.filter((row) => !below(row, 5_000_000_000) && below(row, 15_000_000_000));
    expect(view.total.comesIn).toBe(into.length);
    expect(view.moves.every(({ direction, after }) => direction === 'comes_in' && after === 'met')).toBe(
      true,
    );
  });
});

describe('what cannot be tried', () => {
  test('an item of another year is refused by name', async () => {
    const { view, refusals } = await loadWhatIf(
      engine,
      context,
      draftOf([[rate, 8]], 'guides/2020/high-end-upgrade'),
    );
    expect(view).toBeNull();
    expect(refusals?.map(({ reason }) => reason)).toEqual(['unknown_item']);
  });

  test('a draft of 2023 runs on the guide that copies it', async () => {
    const { view } = await loadWhatIf(engine, context, draftOf([[rate, 8]]), 2026);
    expect(view?.guideYear).toBe(2026);
    expect(view?.categories.filter(({ changed }) => changed).map(({ categoryId }) => categoryId)).toEqual([
      'guides/2026/high-end-upgrade',
    ]);
  });

  test('a library without awards has none to cut: null, not 0', async () => {
    const known: WhatIfContext = { ...context, meta: { ...meta, datasets: ['projects'] } };
    const view = await viewOf(draftOf([[rate, 8]]), known);
    expect(view.total.awards.after.fen).toBeNull();
    expect(view.totalQuota?.after).toMatchObject({ quota: 520, used: null, headroom: null });
  });
});
