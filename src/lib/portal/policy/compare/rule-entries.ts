import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Condition } from '$lib/policy/conditions/condition';
import type { LeafTest } from '$lib/policy/conditions/evaluate-test';
import type { SourceRef, Subsidy, SubsidyBase } from '$lib/policy/rulebook';
import type { GuideItem } from '../guide/guide-view';
import { standardsOf, type Standard } from '../guide/standards';
import { exactMoney, plainNumber } from '../words/amount-words';
import { leavesOf } from '../words/leaves';
import { subjectWords, wantedWords } from '../words/test-words';

/** What a value of a guide is about, in the order in which a comparison lists it. */
export const aspects = [
  'rate',
  'base',
  'cap',
  'fixed',
  'tranche',
  'quota',
  'sub_quota',
  'city_limit',
  'threshold',
  'window',
  'duration',
] as const;
export type Aspect = (typeof aspects)[number];

export type Measured = 'money' | 'percent' | 'months' | 'number';

/** One value of an item, ready to stand beside the same value of another year. */
export interface RuleEntry {
  aspect: Aspect;
  /** Values of the same aspect and subject stand beside each other. */
  subject: string;
  label: string;
  words: string;
  /** What two values are equal by: the same key is the same rule. */
  key: string;
  /** For the difference; null where it is no number. */
  amount: { value: number; measured: Measured } | null;
  source: SourceRef;
}

const money = (value: number) => ({ value, measured: 'money' as const });
const percent = (value: number) => ({ value, measured: 'percent' as const });

/** In front of a value that holds for one type only. */
const forType = ({ variant }: Standard, words: string) =>
  variant ? m.policy_for_type({ type: labelOf(variant.name), words }) : words;

function standardEntries(standard: Standard, bases: readonly SubsidyBase[]): RuleEntry[] {
  const { subsidy } = standard;
  const entry = (
    aspect: Aspect,
    label: string,
    words: string,
    amount: RuleEntry['amount'],
    source: SourceRef,
    key = `${amount?.value ?? words}`,
  ): RuleEntry => ({ aspect, subject: aspect, label, words: forType(standard, words), key, amount, source });
  const components = subsidy.components.flatMap((component): RuleEntry[] => {
    const base = bases.find(({ id }) => id === component.baseId);
    const bound = component.bound === 'exactly' ? m.policy_rate_exactly : m.policy_rate;
    const rate =
      subsidy.kind === 'actual' ? m.policy_actual() : bound({ percent: plainNumber(component.percent) });
    return [
      entry(
        'rate',
        m.policy_aspect_rate(),
        rate,
        percent(component.percent),
        component.source,
        `${component.bound ?? subsidy.kind} ${component.percent}`,
      ),
      ...(base
        ? [entry('base', m.policy_aspect_base(), labelOf(base.name), null, component.source, base.id)]
        : []),
      ...(component.capFen === null
        ? []
        : [
            entry(
              'cap',
              m.policy_cap(),
              m.policy_phase_cap({ amount: exactMoney(component.capFen) }),
              money(component.capFen),
              component.source,
            ),
          ]),
    ];
  });
  return [...components, ...setAmounts(subsidy, entry), ...trancheEntries(subsidy, entry)];
}

type Entry = (
  aspect: Aspect,
  label: string,
  words: string,
  amount: RuleEntry['amount'],
  source: SourceRef,
  key?: string,
) => RuleEntry;

function setAmounts({ capFen, fixedFen, tiers }: Subsidy, entry: Entry): RuleEntry[] {
  return [
    ...(capFen
      ? [entry('cap', m.policy_cap(), exactMoney(capFen.value), money(capFen.value), capFen.source)]
      : []),
    ...(fixedFen
      ? [entry('fixed', m.policy_fixed(), exactMoney(fixedFen.value), money(fixedFen.value), fixedFen.source)]
      : []),
    ...(tiers
      ? [entry('fixed', m.policy_fixed(), tiers.value.map(exactMoney).join(' / '), null, tiers.source)]
      : []),
  ];
}

function trancheEntries({ tranches }: Subsidy, entry: Entry): RuleEntry[] {
  return tranches.flatMap((tranche): RuleEntry[] => {
    const label = m.policy_aspect_first();
    if (tranche.kind !== 'first') return [];
    if (tranche.sharePercent !== null)
      return [
        entry(
          'tranche',
          label,
          m.policy_share({ percent: plainNumber(tranche.sharePercent) }),
          percent(tranche.sharePercent),
          tranche.source,
        ),
      ];
    const fen = tranche.amountFen ?? tranche.capFen;
    if (fen === null) return [];
    const words =
      tranche.amountFen === null ? m.policy_at_most({ amount: exactMoney(fen) }) : exactMoney(fen);
    return [entry('tranche', label, words, money(fen), tranche.source)];
  });
}

function countEntries({ category, conditions }: GuideItem): RuleEntry[] {
  const entry = (
    aspect: Aspect,
    subject: string,
    label: string,
    value: number,
    source: SourceRef,
    least = false,
  ) => ({
    aspect,
    subject,
    label,
    words: least ? m.policy_not_less({ count: value }) : m.policy_not_more({ count: value }),
    key: `${least ? 'min' : 'max'} ${value}`,
    amount: { value, measured: 'number' as const },
    source,
  });
  return [
    ...(category.quota
      ? [entry('quota', 'quota', m.policy_key_quota(), category.quota.value, category.quota.source)]
      : []),
    ...category.subQuotas.map((part) =>
      entry('sub_quota', part.id, labelOf(part.name), part.amount, part.source, part.bound === 'min'),
    ),
    ...(conditions.cityLimit
      ? [
          entry(
            'city_limit',
            'city',
            m.policy_city_limit(),
            conditions.cityLimit.value,
            conditions.cityLimit.source,
          ),
        ]
      : []),
  ];
}

const aspectOf = (test: LeafTest): Aspect | null =>
  (
    ({
      amount: 'threshold',
      share: 'threshold',
      date: 'window',
      duration: 'duration',
      holds: null,
      one_of: null,
    }) as const
  )[test.kind];

/** A threshold on the amount that is subsidised stands beside that of the other year, also when the base changed. */
function subjectOf(item: GuideItem, test: LeafTest): string {
  const bases = standardsOf(item.category).flatMap(({ subsidy }) =>
    subsidy.components.map(({ baseId }) => baseId),
  );
  if (test.kind === 'amount') {
    const [only, second] = test.facts;
    return only !== undefined && second === undefined && bases.includes(only) ? 'base' : test.facts.join('+');
  }
  if (test.kind === 'share') return `${test.part}/${test.whole}`;
  return test.kind === 'duration' ? `${test.from}-${test.to}` : test.fact;
}

function amountOf(item: GuideItem, test: LeafTest): RuleEntry['amount'] {
  if (test.kind !== 'amount' && test.kind !== 'share' && test.kind !== 'duration') return null;
  const [bound, second] = test.bounds;
  if (!bound || second) return null;
  if (test.kind === 'share') return percent(bound.value);
  if (test.kind === 'duration') return { value: bound.value, measured: 'months' };
  const type = item.words.book.facts.find(({ id }) => id === test.facts[0])?.type;
  return {
    value: bound.value,
    measured: type === 'money' ? 'money' : type === 'percent' ? 'percent' : 'number',
  };
}

/** The tests with a number or a day that a condition makes, as values; priorities set no value. */
function conditionEntries(item: GuideItem, condition: Condition): RuleEntry[] {
  if (condition.kind === 'priority') return [];
  return leavesOf(condition.test).flatMap((test): RuleEntry[] => {
    const aspect = aspectOf(test);
    if (aspect === null) return [];
    const wanted = wantedWords(item.words, test);
    const subject = subjectWords(item.words, test);
    return [
      {
        aspect,
        subject: subjectOf(item, test),
        label: subject,
        words: aspect === 'threshold' ? `${subject} ${wanted}` : wanted,
        key: `${subject} ${wanted}`,
        amount: amountOf(item, test),
        source: condition.source,
      },
    ];
  });
}

/** Every value of an item that can be compared: subsidy, quota, thresholds, days. */
export const ruleEntries = (item: GuideItem, bases: readonly SubsidyBase[]): RuleEntry[] => [
  ...standardsOf(item.category).flatMap((standard) => standardEntries(standard, bases)),
  ...countEntries(item),
  ...item.conditions.conditions.flatMap((condition) => conditionEntries(item, condition)),
];
