import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readRulebook } from '$lib/policy/read-rules';
import { rulesFolder } from '$lib/policy/read-yaml';
import { dated, inWords, namesWithWords, quantities, sources, touched } from './annex-words';

const annexes = readAnnexes();
const rulebook = readRulebook();
const categories = rulebook.guides.flatMap((guide) => guide.categories);
const ofGuide = (year: number) =>
  categories.filter((category) => category.guideYear === year).map((category) => category.id);

describe('附件1-26', () => {
  const { directions, withoutDirections } = annexes.directions;
  const at = (number: number) => directions[number - 1];

  test('94 directions stand under 15 clusters, so many under each', () => {
    const counts = new Map<string, number>();
    for (const { clusterId } of directions) counts.set(clusterId, (counts.get(clusterId) ?? 0) + 1);
    expect(directions).toHaveLength(94);
    expect(Object.fromEntries(counts)).toEqual({
      'new-power-equipment': 7,
      'construction-agricultural-machinery': 6,
      'internet-of-things': 4,
      'advanced-materials': 5,
      'premium-textiles': 3,
      biomedicine: 5,
      'medical-devices': 6,
      'integrated-circuits-displays': 8,
      'information-communication': 3,
      'new-energy-vehicles': 8,
      'high-end-equipment': 14,
      'ships-offshore': 5,
      'environmental-protection': 4,
      'core-software': 7,
      'new-digital-industries': 9,
    });
  });

  test('row 74, where the label is printed again, stays in its cluster', () => {
    expect([73, 74, 75].map((number) => at(number)?.clusterId)).toEqual([
      'ships-offshore',
      'ships-offshore',
      'environmental-protection',
    ]);
  });

  test('only direction 39 may take longer, by at most two years', () => {
    const longer = directions.filter(({ extraTime }) => extraTime !== null);
    expect(longer.map(({ number }) => number)).toEqual([39]);
    expect(longer[0]?.extraTime).toMatchObject({ value: 2, bound: 'at_most', unit: { id: 'year' } });
    expect(longer[0]?.ambiguityIds).toEqual(['A-17', 'D-02']);
  });

  test('绿色食品, the sixteenth cluster, has no direction and stands in 附件1-27', () => {
    expect(withoutDirections).toMatchObject([
      { clusterId: 'green-food', foundIn: { source: { section: '附件1-27' } } },
    ]);
  });

  test('no name stands twice', () => {
    expect(new Set(directions.map(({ name }) => name.zh)).size).toBe(94);
    expect(new Set(directions.map(({ name }) => name.en)).size).toBe(94);
  });
});

test('附件1-27 has three directions with 3, 10 and 3 rows', () => {
  expect(annexes.training.directions.map(({ rows }) => rows.length)).toEqual([3, 10, 3]);
});

test('附件3 has seven promises, two of them over three years', () => {
  expect(annexes.commitments.commitments).toHaveLength(7);
  const looksBack = annexes.commitments.commitments.filter(({ period }) => period !== null);
  expect(looksBack.map(({ number, period }) => [number, period?.value])).toEqual([
    [1, 3],
    [5, 3],
  ]);
});

test('附件4 asks five times yes or no and once for words; a year in business is counted to 2022-06-30', () => {
  const { items } = annexes.checklist;
  expect(items.map(({ answer }) => answer)).toEqual([...Array<string>(5).fill('yes_no'), 'text']);
  expect(items[0]).toMatchObject({ period: { value: 1, bound: 'at_least' }, asOf: { date: '2022-06-30' } });
});

describe('附件5', () => {
  const { duties, exclusion, copies } = annexes.agreement;
  const duty = (id: string) => duties.find((one) => one.id === id);

  test('reports are due every quarter, half-year and year, the file a month after acceptance', () => {
    expect(duty('quarterly-report')?.due).toEqual({ kind: 'recurring', every: 'quarter' });
    expect(duty('half-year-summary')?.due).toEqual({ kind: 'recurring', every: 'half-year' });
    expect(duty('annual-summary')?.due).toEqual({ kind: 'recurring', every: 'year' });
    expect(duty('acceptance-file')?.due).toMatchObject({ kind: 'within', value: 1, unit: { id: 'month' } });
  });

  test('a term without its length is unspecified, never a number', () => {
    expect(duty('apply-for-change')?.due?.kind).toBe('unspecified');
    expect(duty('apply-for-change')?.ambiguityIds).toEqual(['T-08']);
  });

  test('acceptance falls to the nominating body from 300 万元 and to the department from 1000 万元', () => {
    const scope = (id: string) => duty(id)?.scope.map(({ bound, fen }) => [bound, fen]);
    expect(scope('acceptance-by-nominator')).toEqual([
      ['at_least', 300_000_000],
      ['less_than', 1_000_000_000],
    ]);
    expect(scope('acceptance-by-authority')).toEqual([['at_least', 1_000_000_000]]);
  });

  test('six circumstances bar applications for three years', () => {
    expect(exclusion.circumstances).toHaveLength(6);
    expect(exclusion.period).toMatchObject({ value: 3, unit: { id: 'year' } });
  });

  test('the copies that the parties hold add up', () => {
    expect(copies.held.reduce((sum, { quantity }) => sum + quantity.value, 0)).toBe(copies.total.value);
  });
});

describe('附件6', () => {
  const { contacts, withoutRow } = annexes.contacts;

  test('24 rows hold 23 items; four items have none, with a reason', () => {
    expect(contacts).toHaveLength(24);
    expect(new Set(contacts.map(({ categoryId }) => categoryId)).size).toBe(23);
    expect(withoutRow).toHaveLength(4);
  });

  test('the divisions agree with those of the items', () => {
    for (const category of categories.filter(({ guideYear }) => guideYear === 2023)) {
      const rows = contacts.filter(({ categoryId }) => categoryId === category.id);
      const divisions = rows.map(({ province }) => province.division).join('、') || null;
      expect([category.id, divisions]).toEqual([category.id, category.ownerDivision?.value ?? null]);
    }
  });

  test('a number without area code is always the second of its cell and names C-01', () => {
    for (const { city, province, ambiguityIds } of contacts) {
      const bare = [...province.phones, ...city.phones].filter(({ hasAreaCode }) => !hasAreaCode);
      expect(city.phones[0]?.hasAreaCode && province.phones[0]?.hasAreaCode).toBe(true);
      expect(ambiguityIds.includes('C-01')).toBe(bare.length > 0);
    }
  });

  test('C-02 stands wherever a number serves more than one division', () => {
    const digits = (printed: string) => printed.slice(-8);
    const uses = contacts.flatMap(({ city }) =>
      city.phones.map(({ printed }) => [digits(printed), city.division] as const),
    );
    const shared = (phone: string) =>
      new Set(uses.filter(([one]) => one === phone).map(([, division]) => division)).size > 1;
    for (const { id, city, ambiguityIds } of contacts) {
      const several = city.phones.some(({ printed }) => shared(digits(printed)));
      expect([id, ambiguityIds.includes('C-02')]).toEqual([id, several]);
    }
  });
});

describe('2020', () => {
  test('附件1-2 has 71 tasks; 21 rows print no number', () => {
    const { tasks } = annexes.tasks2020;
    expect(tasks).toHaveLength(71);
    expect(tasks.filter(({ numberPrinted }) => !numberPrinted)).toHaveLength(21);
    expect(tasks[47]).toMatchObject({ number: 48, numberPrinted: true });
    expect(tasks.every(({ target }) => target.zh.length <= 40)).toBe(true);
    expect(new Set(tasks.map(({ name }) => name.zh)).size).toBe(71);
  });

  test('附件1-1 has eight fields that reach the seven items of technical upgrade', () => {
    const { fields } = annexes.supportFields2020;
    expect(fields).toHaveLength(8);
    const upgrade = categories.filter(
      ({ id, areaId }) => id.includes('/2020/') && areaId === 'technical-upgrade',
    );
    expect(new Set(fields.map(({ categoryId }) => categoryId))).toEqual(new Set(upgrade.map(({ id }) => id)));
  });

  test('附件1-3 and 1-4 have 3, 18 and 12 rows with their numbers', () => {
    expect(annexes.tables2020.map(({ rows }) => rows.length)).toEqual([3, 18, 12]);
    const count = (kind: string) =>
      annexes.tables2020.map(
        ({ rows }) =>
          rows.flatMap(({ conditions }) => conditions).filter(({ test: one }) => one.kind === kind).length,
      );
    expect(count('quantity')).toEqual([2, 58, 21]);
    expect(count('dates')).toEqual([0, 0, 3]);
  });

  test('the tables and the tasks reach every item outside technical upgrade', () => {
    const rows = annexes.tables2020.flatMap(({ rows: all, withoutRow }) => [
      ...all.flatMap(({ categoryIds }) => categoryIds),
      ...withoutRow.map(({ categoryId }) => categoryId),
    ]);
    const reached = [
      ...rows,
      annexes.tasks2020.categoryId,
      ...annexes.supportFields2020.fields.map(({ categoryId }) => categoryId),
    ];
    expect(new Set(reached)).toEqual(new Set(ofGuide(2020)));
  });
});

test('13 clusters of 2019 run into 14 of 2023; the other two have no predecessor', () => {
  const { clusters, withoutPredecessor, mapping } = annexes.clusters2019;
  expect(mapping).toBe('ours');
  expect(clusters).toHaveLength(13);
  expect(new Set(clusters.flatMap(({ mapsTo }) => mapsTo)).size).toBe(14);
  expect(withoutPredecessor.map(({ clusterId }) => clusterId)).toEqual([
    'green-food',
    'new-digital-industries',
  ]);
});

describe('2020 beside 2023', () => {
  const { comparisons } = annexes.comparisons;

  test('each of the 19 and 27 items stands in exactly one group', () => {
    expect(comparisons.flatMap(({ earlierIds }) => earlierIds).sort()).toEqual(ofGuide(2020).sort());
    expect(comparisons.flatMap(({ laterIds }) => laterIds).sort()).toEqual(ofGuide(2023).sort());
    expect([ofGuide(2020).length, ofGuide(2023).length]).toEqual([19, 27]);
  });

  test('items whose figures are joined stand in one group', () => {
    for (const { id, corresponds, guideYear } of categories.filter((one) => one.guideYear === 2023)) {
      const group = comparisons.find(({ laterIds }) => laterIds.includes(id));
      const earlier = corresponds.filter((other) => other.startsWith('guides/2020/'));
      expect([guideYear, id, earlier.filter((other) => !group?.earlierIds.includes(other))]).toEqual([
        2023,
        id,
        [],
      ]);
    }
  });

  test('the platforms of 2020 are split', () => {
    const platforms = comparisons.find(({ earlierIds }) =>
      earlierIds.includes('guides/2020/industry-service-platforms'),
    );
    expect(platforms?.relation).toBe('split');
    expect(platforms?.laterIds).toContain('guides/2023/identifier-resolution');
  });
});

test('every number stands in its words', () => {
  const found = quantities(annexes);
  expect(found.length).toBeGreaterThan(90);
  expect(found.filter((one) => !inWords(one))).toEqual([]);
});

test('every date stands in its words', () => {
  const found = dated(annexes);
  expect(found).toHaveLength(5);
  expect(found.filter(({ year, words }) => !words.includes(`${year}年`))).toEqual([]);
});

test('names stand in their words', () => {
  const { directions, contacts, tasks2020, supportFields2020, tables2020, clusters2019 } = annexes;
  const named = namesWithWords([
    directions.directions,
    contacts.contacts,
    tasks2020.tasks,
    supportFields2020.fields,
    tables2020.map(({ rows }) => rows),
    clusters2019.clusters,
  ]);
  expect(named).toHaveLength(94 + 24 + 71 + 8 + 33 + 13);
  expect(named.filter(({ name, words }) => !words.includes(name) && !name.includes(words))).toEqual([]);
});

test('words are few', () => {
  expect(sources(annexes).filter(({ words }) => words.length > 60)).toEqual([]);
});

test('the unclear places of the annexes stand with a reading', () => {
  const wanted = [
    'A-17',
    'A-19',
    'C-01',
    'C-02',
    'C-03',
    'D-01',
    'D-02',
    'D-03',
    'D-04',
    'T-05',
    'T-06',
    'T-07',
  ];
  const told = touched(annexes);
  expect([...wanted, 'T-08', 'T-09', 'V-30', 'V-31'].filter((id) => !told.includes(id))).toEqual([]);
});

test('no file of the annexes lies unread', () => {
  const files = ['annexes', 'comparisons'].flatMap((folder) =>
    readdirSync(path.join(rulesFolder, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    ),
  );
  expect(files.sort()).toEqual([
    '2020-2023.yaml',
    '2020/core-technology-tasks.yaml',
    '2020/leading-firms.yaml',
    '2020/solution-providers.yaml',
    '2020/support-fields.yaml',
    '2020/upgrade-platforms.yaml',
    '2023/authenticity-checklist.yaml',
    '2023/award-agreement.yaml',
    '2023/commitments.yaml',
    '2023/contacts.yaml',
    '2023/core-technology-directions.yaml',
    '2023/training-directions.yaml',
    'units.yaml',
  ]);
});
