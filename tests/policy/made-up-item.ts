import type { Condition, Fact, ItemConditions, Test } from '$lib/policy/conditions/condition';
import type { Category, Subsidy, SubsidyBase, SubsidyComponent } from '$lib/policy/rulebook';

/** An item that asks in every way there is, with standards of every kind: what no printed item needs at once. */

const both = (text: string) => ({ zh: text, en: text });
const source = { document: 'made-up', section: '一', words: '不超过' };

const fact = (id: string, type: Fact['type'], options: string[] = []): Fact => ({
  id,
  name: both(id),
  type,
  unit: null,
  options: options.map((one) => ({ id: one, name: both(one) })),
  aliases: [],
  column: null,
});

export const madeUpFacts: Fact[] = [
  fact('outlay', 'money'),
  fact('software', 'money'),
  fact('interest', 'money'),
  fact('declared_total_investment', 'money'),
  fact('staff', 'count'),
  fact('researchers', 'count'),
  fact('ratio', 'number'),
  fact('growth', 'percent'),
  fact('begun_on', 'date'),
  fact('ended_on', 'date'),
  fact('licence', 'document'),
  fact('shell_firm', 'yes_no'),
  fact('body', 'option', ['firm', 'school']),
];

export const madeUpBases: SubsidyBase[] = ['outlay', 'software', 'interest'].map((id) => ({
  id,
  name: both(id),
  definition: both(id),
  estimateFrom: id === 'interest' ? null : 'total_investment_fen',
}));

const rate = (baseId: string, percent: number, capFen: number | null = null): SubsidyComponent => ({
  id: baseId,
  percent,
  baseId,
  capFen,
  source,
});

const standard = (kind: Subsidy['kind'], changes: Partial<Subsidy>): Subsidy => ({
  kind,
  components: [],
  fixedFen: null,
  capFen: null,
  tranches: [],
  summary: both(kind),
  reason: null,
  ...changes,
});

const sourced = <T>(value: T) => ({ value, source });
const payment = (changes: Partial<Subsidy['tranches'][number]>): Subsidy['tranches'][number] => ({
  kind: 'first',
  on: 'award',
  sharePercent: null,
  amountFen: null,
  capFen: null,
  rest: false,
  source,
  ...changes,
});
const rest = payment({ kind: 'final', on: 'acceptance', rest: true });

const typed = (id: string, subsidy: Subsidy | null): Category['variants'][number] => ({
  id,
  name: both(id),
  aliases: [],
  subsidy,
  kpiForm: null,
});

const threeBases = standard('rate', {
  components: [rate('outlay', 12.5, 300_000_001), rate('software', 33.33), rate('interest', 40)],
  capFen: sourced(500_000_007),
  tranches: [payment({ sharePercent: 33.33, capFen: 100_000_001 }), rest],
});

const everyStandard = [
  typed('plain', null),
  typed(
    'fixed',
    standard('fixed', {
      fixedFen: sourced(400_000_000),
      tranches: [payment({ amountFen: 100_000_000 }), rest],
    }),
  ),
  typed('at-most', standard('fixed', { capFen: sourced(200_000_000) })),
  typed('actual', standard('actual', { components: [rate('interest', 100)], capFen: sourced(100_000_000) })),
  typed('no-standard', standard('unknown', { reason: both('另行通知') })),
  typed(
    'whole',
    standard('rate', {
      components: [rate('software', 150)],
      tranches: [payment({ sharePercent: 0.01 }), rest],
    }),
  ),
  typed(
    'phases',
    standard('phases', {
      components: [rate('outlay', 30, 2_000_000_000)],
      capFen: sourced(3_000_000_000),
      tranches: [payment({ capFen: 2_000_000_000 }), payment({ kind: 'final', capFen: 1_000_000_000 })],
    }),
  ),
];

const madeUpCategory: Category = {
  id: 'guides/2099/made-up',
  guideYear: 2099,
  areaId: 'made-up',
  sequence: 1,
  section: '一/（一）',
  name: both('made up'),
  shortName: both('made up'),
  aliases: [],
  kpiForms: [],
  ownerDivision: null,
  quota: sourced(10),
  noQuotaReason: null,
  subQuotas: [],
  subsidy: threeBases,
  variants: everyStandard,
  separateNotice: null,
  corresponds: [],
};

const licensed: Test = { kind: 'holds', fact: 'licence' };
const grown: Test = { kind: 'amount', facts: ['growth'], bounds: [{ comparison: 'more_than', value: 12.5 }] };
const ofBody: Test = { kind: 'one_of', fact: 'body', options: ['firm', "it's"] };
const ratioWithin: Test = {
  kind: 'amount',
  facts: ['ratio'],
  bounds: [
    { comparison: 'at_least', value: 0.07 },
    { comparison: 'less_than', value: 49.99 },
  ],
};

const tests: Record<string, Test> = {
  sum: {
    kind: 'amount',
    facts: ['outlay', 'software', 'interest'],
    bounds: [{ comparison: 'at_most', value: 4_000_000_000 }],
  },
  decimals: {
    kind: 'amount',
    facts: ['ratio', 'growth'],
    bounds: [{ comparison: 'at_least', value: 12.57 }],
  },
  within: ratioWithin,
  share: {
    kind: 'share',
    part: 'software',
    whole: 'outlay',
    bounds: [{ comparison: 'at_least', value: 33.33 }],
  },
  headcount: {
    kind: 'share',
    part: 'researchers',
    whole: 'staff',
    bounds: [{ comparison: 'less_than', value: 15 }],
  },
  window: {
    kind: 'date',
    fact: 'begun_on',
    from: { day: '2020-02-29', included: true },
    to: { day: '2022-06-30', included: false },
  },
  after: { kind: 'date', fact: 'ended_on', from: { day: '2021-12-31', included: false }, to: null },
  duration: {
    kind: 'duration',
    from: 'begun_on',
    to: 'ended_on',
    bounds: [{ comparison: 'at_most', value: 12 }],
  },
  long: {
    kind: 'duration',
    from: 'begun_on',
    to: 'ended_on',
    bounds: [{ comparison: 'more_than', value: 1 }],
  },
  holds: licensed,
  one_of: ofBody,
  type: { kind: 'one_of', fact: 'variant', options: ['plain', 'phases'] },
  all: { kind: 'all', tests: [licensed, grown, ofBody] },
  any: { kind: 'any', tests: [licensed, grown, ofBody] },
  not: { kind: 'not', test: { kind: 'any', tests: [licensed, { kind: 'not', test: ratioWithin }] } },
  count: { kind: 'count', tests: [licensed, grown, ofBody, ratioWithin], atLeast: 2 },
};

const condition = (id: string, test: Test, changes: Partial<Condition> = {}): Condition => ({
  id,
  kind: 'requirement',
  name: both(id),
  when: null,
  test,
  inPrinciple: false,
  source,
  ...changes,
});

/** Each test alone, in principle, and only where another one holds. */
const everyCondition: Condition[] = [
  ...Object.entries(tests).map(([id, test]) =>
    condition(id, test, { kind: id === 'window' ? 'priority' : 'exclusion' }),
  ),
  condition('in-principle', ratioWithin, { inPrinciple: true }),
  condition('where', grown, { when: licensed }),
  condition('where-in-principle', licensed, { when: tests['type'] ?? null, inPrinciple: true }),
];

const asking = (conditions: Condition[]): ItemConditions => ({
  id: madeUpCategory.id,
  applicant: null,
  cityLimit: null,
  conditions,
  ambiguities: [],
});

/** With all conditions at once hardly a project would meet them: a few of them, and none, stand beside. */
export const madeUpItems: [name: string, category: Category, item: ItemConditions][] = [
  ['every kind of condition and standard', madeUpCategory, asking(everyCondition)],
  [
    'few conditions',
    madeUpCategory,
    asking(everyCondition.filter(({ id }) => ['any', 'where', 'window'].includes(id))),
  ],
  ['only what may not apply', madeUpCategory, asking([condition('where', grown, { when: licensed })])],
  ['a priority alone', madeUpCategory, asking([condition('first', licensed, { kind: 'priority' })])],
  ['no condition', madeUpCategory, asking([])],
];
