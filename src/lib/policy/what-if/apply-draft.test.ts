import { describe, expect, test } from 'vitest';
import { conditionsOf } from '../conditions/look-up';
import { readConditionBook } from '../conditions/read-conditions';
import { readRulebook } from '../read-rules';
import { applyDraft } from './apply-draft';
import { draftFields } from './draft-fields';
import type { DraftChange, DraftField, FieldRef, ItemRules, RuleDraft } from './draft';
import { printedValue } from './field-units';
import { DraftFormatError, draftFromYaml, draftToYaml } from './draft-yaml';

const rulebook = readRulebook();
const book = readConditionBook();
const vocabulary = { facts: book.facts, bases: rulebook.bases };
const items: ItemRules[] = rulebook.guides
  .filter((guide) => guide.copyOf === null)
  .flatMap((guide) =>
    guide.categories.map((category) => ({ category, conditions: conditionsOf(book, category, guide) })),
  );

const itemOf = (slug: string): ItemRules => {
  const found = items.find(({ category }) => category.id === `guides/2023/${slug}`);
  if (!found) throw new Error(`no item ${slug}`);
  return found;
};

const draftOf = (rules: ItemRules, changes: [FieldRef, DraftChange['value']][]): RuleDraft => ({
  id: 'tried-out',
  name: '试改',
  copyOf: rules.category.guideYear,
  changes: changes.map(([field, value]) => ({ category: rules.category.id, field, value })),
});

const applied = (rules: ItemRules, changes: [FieldRef, DraftChange['value']][]) =>
  applyDraft(rules, draftOf(rules, changes), vocabulary);

const reasons = (rules: ItemRules, changes: [FieldRef, DraftChange['value']][]) =>
  applied(rules, changes).refusals?.map(({ reason }) => reason);

const highEnd = itemOf('high-end-upgrade');
const rate: FieldRef = { kind: 'rate', variant: null, component: 'total-input' };
const cap: FieldRef = { kind: 'cap', variant: null, component: null };
const quota: FieldRef = { kind: 'quota' };
const share: FieldRef = { kind: 'tranche', variant: null, sequence: 1, of: 'share' };

describe('what can be changed', () => {
  test('the high-end upgrade offers rate, cap, first payment and quota as they are printed', () => {
    const offered = draftFields(highEnd, vocabulary).filter(({ ref }) => !('condition' in ref));
    expect(
      offered.map(({ name, unit, value, source }) => [name.zh, printedValue(unit, value), source.words]),
    ).toEqual([
      ['补助比例', 10, '不超过项目总投入的10%'],
      ['最高补助', 4000, '最高不超过4000万元'],
      ['首次拨付比例', 50, '首次拨付补助资金总额的50%'],
      ['支持数量', 30, '不超过30个'],
    ]);
  });

  test('every field of every item has a key of its own and is within its own limits', () => {
    for (const rules of items) {
      const fields = draftFields(rules, vocabulary);
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
      const same = fields.map(({ ref, value }): [FieldRef, DraftChange['value']] => [ref, value]);
      expect(applied(rules, same).refusals).toBeNull();
    }
  });

  test('fields set to what they are leave every item as it is', () => {
    for (const rules of items) {
      const same = draftFields(rules, vocabulary).map(({ ref, value }): [FieldRef, DraftChange['value']] => [
        ref,
        value,
      ]);
      expect(applied(rules, same).rules).toEqual(rules);
    }
  });

  test('a threshold of every condition that compares is among them', () => {
    for (const { category, conditions } of items) {
      const fields = draftFields({ category, conditions }, vocabulary);
      const compared = conditions.conditions.filter(({ test }) => 'bounds' in test || test.kind === 'date');
      const offered = new Set(fields.flatMap(({ ref }) => ('condition' in ref ? [ref.condition] : [])));
      expect(compared.filter(({ id }) => !offered.has(id))).toEqual([]);
    }
  });
});

describe('changes', () => {
  test('rate, cap, quota and first payment change together, and the standard in words with them', () => {
    const { rules } = applied(highEnd, [
      [rate, 8],
      [cap, 3_000_000_000],
      [quota, 25],
      [share, 40],
    ]);
    expect(rules?.category.subsidy.components[0]?.percent).toBe(8);
    expect(rules?.category.subsidy.capFen?.value).toBe(3_000_000_000);
    expect(rules?.category.quota?.value).toBe(25);
    expect(rules?.category.subsidy.tranches[0]?.sharePercent).toBe(40);
    expect(rules?.category.subsidy.summary.zh).toBe('≤ 8 %，≤ 3000 万元');
  });

  test('the original stays as it was', () => {
    const before = structuredClone(highEnd);
    applied(highEnd, [[rate, 8]]);
    expect(highEnd).toEqual(before);
  });

  test('the cap of a first phase changes with its rate and in its payment', () => {
    const laboratory = itemOf('it-innovation-laboratory');
    const { rules } = applied(laboratory, [
      [{ kind: 'cap', variant: null, component: 'first-phase' }, 250_000_000],
    ]);
    expect(rules?.category.subsidy.components[0]?.capFen).toBe(250_000_000);
    expect(rules?.category.subsidy.tranches[0]?.capFen).toBe(250_000_000);
  });

  test('changes of other items are passed over', () => {
    const other = draftOf(itemOf('green-upgrade'), [[quota, 1]]);
    expect(applyDraft(highEnd, other, vocabulary).rules).toEqual(highEnd);
  });
});

describe('what is refused', () => {
  test('a rate at 0, below it or above 100 %, and one finer than 0.01 %', () => {
    expect(reasons(highEnd, [[rate, 0]])).toEqual(['out_of_range']);
    expect(reasons(highEnd, [[rate, 0.01]])).toBeUndefined();
    expect(reasons(highEnd, [[rate, 100]])).toBeUndefined();
    expect(reasons(highEnd, [[rate, 100.01]])).toEqual(['out_of_range']);
    expect(reasons(highEnd, [[rate, 8.005]])).toEqual(['too_fine']);
  });

  test('half a project, no project, a text or no number', () => {
    expect(reasons(highEnd, [[quota, 2.5]])).toEqual(['too_fine']);
    expect(reasons(highEnd, [[quota, 0]])).toEqual(['out_of_range']);
    expect(reasons(highEnd, [[quota, '2023-01-01']])).toEqual(['wrong_kind']);
    expect(reasons(highEnd, [[cap, Number.NaN]])).toEqual(['wrong_kind']);
  });

  test('a field that the item does not have, and one given twice', () => {
    expect(reasons(highEnd, [[{ kind: 'fixed', variant: null }, 1]])).toEqual(['unknown_field']);
    expect(
      reasons(highEnd, [
        [rate, 8],
        [rate, 9],
      ]),
    ).toEqual(['given_twice']);
  });

  test('all refusals at once, and nothing is changed', () => {
    const outcome = applied(highEnd, [
      [rate, 200],
      [quota, 10],
      [cap, 0],
    ]);
    expect(outcome.rules).toBeNull();
    expect(outcome.refusals?.map(({ reason, limits }) => [reason, limits?.most])).toEqual([
      ['out_of_range', 100],
      ['out_of_range', 10_000_000_000_000],
    ]);
  });
});

describe('days and bounds', () => {
  const condition = (test: ItemRules['conditions']['conditions'][number]['test']): ItemRules => ({
    ...highEnd,
    conditions: {
      ...highEnd.conditions,
      conditions: [
        {
          id: 'made-up',
          kind: 'requirement',
          name: { zh: '试', en: 'Made up' },
          when: null,
          test,
          inPrinciple: false,
          source: { document: 'fund-guide-2023', section: '一', words: '不低于1亿元' },
        },
      ],
    },
  });
  const window = condition({
    kind: 'all',
    tests: [
      { kind: 'holds', fact: 'construction_started' },
      {
        kind: 'date',
        fact: 'start_date',
        from: { day: '2021-01-01', included: true },
        to: { day: '2022-06-30', included: true },
      },
    ],
  });
  const from: FieldRef = { kind: 'day', condition: 'made-up', test: 2, edge: 'from' };

  test('a window may shrink to one day, not to none', () => {
    expect(reasons(window, [[from, '2022-06-29']])).toBeUndefined();
    expect(reasons(window, [[from, '2022-06-30']])).toBeUndefined();
    expect(reasons(window, [[from, '2022-07-01']])).toEqual(['nothing_fits']);
    expect(reasons(window, [[from, '2022-02-30']])).toEqual(['wrong_kind']);
  });

  test('a threshold in 亿元 is offered in 亿元 and written back in it', () => {
    const rules = condition({
      kind: 'amount',
      facts: ['total_input'],
      bounds: [{ comparison: 'at_least', value: 10_000_000_000 }],
    });
    const field = draftFields(rules, vocabulary).find(({ ref }) => ref.kind === 'threshold');
    expect(field && printedValue(field.unit, field.value)).toBe(1);
    const changed = applied(rules, [[field?.ref ?? quota, 20_000_000_000]]);
    expect(changed.rules?.conditions.conditions[0]?.test).toEqual({
      kind: 'amount',
      facts: ['total_input'],
      bounds: [{ comparison: 'at_least', value: 20_000_000_000 }],
    });
  });

  test('two bounds may meet, not cross', () => {
    const rules = condition({
      kind: 'amount',
      facts: ['total_input'],
      bounds: [
        { comparison: 'at_least', value: 100 },
        { comparison: 'at_most', value: 200 },
      ],
    });
    const low: FieldRef = { kind: 'threshold', condition: 'made-up', test: 1, bound: 'at_least' };
    expect(reasons(rules, [[low, 199]])).toBeUndefined();
    expect(reasons(rules, [[low, 200]])).toBeUndefined();
    expect(reasons(rules, [[low, 201]])).toEqual(['nothing_fits']);
  });
});

describe('a draft as YAML', () => {
  const roundTrip = (rules: ItemRules, fields: DraftField[]) => {
    const draft = draftOf(
      rules,
      fields.map(({ ref, value }) => [ref, value]),
    );
    return { draft, again: draftFromYaml(draftToYaml(draft, fields)) };
  };

  test('every field of every item comes back as it went', () => {
    for (const rules of items) {
      const { draft, again } = roundTrip(rules, draftFields(rules, vocabulary));
      expect(again).toEqual(draft);
    }
  });

  test('it reads as the guide prints', () => {
    const draft = draftOf(highEnd, [
      [rate, 8],
      [cap, 3_000_000_000],
    ]);
    expect(draftToYaml(draft, draftFields(highEnd, vocabulary))).toBe(`id: tried-out
name: 试改
copy_of: 2023
changes:
  - item: guides/2023/high-end-upgrade
    kind: rate
    component: total-input
    percent: 8
  - item: guides/2023/high-end-upgrade
    kind: cap
    value: 3000
    unit: CNY_10K
`);
  });

  test('what is no draft is refused with its place', () => {
    const place = (text: string): string | null => {
      try {
        draftFromYaml(text);
        return null;
      } catch (cause) {
        return cause instanceof DraftFormatError ? cause.place : 'another error';
      }
    };
    expect(place('id: a\nname: b\ncopy_of: 2023\nchanges: []')).toBeNull();
    expect(place('id: a\nname: b\ncopy_of: 2023\nchanges: []\nmore: 1')).toBe('');
    expect(place(': [')).toBe('');
    expect(
      place('id: a\nname: b\ncopy_of: 2023\nchanges: [{ item: guides/2023/x, kind: quota, projects: 0 }]'),
    ).toBe('changes/0/projects');
    expect(
      place(
        'id: a\nname: b\ncopy_of: 2023\nchanges: [{ item: guides/2023/x, kind: cap, value: 0.0000001, unit: CNY_10K }]',
      ),
    ).toBe('changes/0');
  });
});
