import type { Label } from '../../domain/label';
import type { Comparison, Condition, Fact } from '../conditions/condition';
import type { LeafTest } from '../conditions/evaluate-test';
import type { Category, SourceRef, Subsidy, SubsidyBase, Tranche } from '../rulebook';
import { subsidiesOf } from '../sql/fact-types';
import {
  fieldKey,
  type DraftField,
  type FieldLimits,
  type FieldRef,
  type FieldUnit,
  type FieldValue,
  type ItemRules,
} from './draft';
import { limitsOf, moneyIn, thresholdMeasure } from './field-units';
import { looksOf } from './test-places';

/** What the names and units of an item's values are read from. */
export interface RuleVocabulary {
  facts: readonly Fact[];
  bases: readonly SubsidyBase[];
}

interface FieldParts {
  name: Label;
  value: FieldValue;
  unit: FieldUnit;
  limits: FieldLimits | null;
  source: SourceRef;
  bound?: Comparison;
}

const field = (category: Category, ref: FieldRef, parts: FieldParts): DraftField => ({
  category: category.id,
  ref,
  key: fieldKey(ref),
  bound: null,
  ...parts,
});

const label = (zh: string, en: string): Label => ({ zh, en });
const percent: FieldUnit = { kind: 'percent' };

/** Of a type: 重大项目：补助比例. */
const ofType = (type: Label | null, { zh, en }: Label): Label =>
  type === null ? { zh, en } : label(`${type.zh}：${zh}`, `${type.en}: ${en}`);

interface Standard {
  category: Category;
  variant: string | null;
  type: Label | null;
  subsidy: Subsidy;
  bases: readonly SubsidyBase[];
}

function rateFields({ category, variant, type, subsidy, bases }: Standard): DraftField[] {
  // Of actual spending no percent is printed that could be changed.
  if (subsidy.kind !== 'rate' && subsidy.kind !== 'phases') return [];
  const several = subsidy.components.length > 1;
  return subsidy.components.flatMap((component) => {
    const base = several ? bases.find(({ id }) => id === component.baseId)?.name : undefined;
    const of = base ?? label('', '');
    const rate = field(
      category,
      { kind: 'rate', variant, component: component.id },
      {
        name: ofType(type, label(`${of.zh}补助比例`, `Rate${base ? ` of ${base.en.toLowerCase()}` : ''}`)),
        value: component.percent,
        unit: percent,
        limits: limitsOf.share,
        source: component.source,
      },
    );
    if (component.capFen === null) return [rate];
    const cap = field(
      category,
      { kind: 'cap', variant, component: component.id },
      {
        name: ofType(
          type,
          subsidy.kind === 'phases'
            ? label('首期上限', 'Cap of the first phase')
            : label(`${of.zh}补助上限`, `Cap${base ? ` on ${base.en.toLowerCase()}` : ''}`),
        ),
        value: component.capFen,
        unit: moneyIn(component.source),
        limits: limitsOf.money,
        source: component.source,
      },
    );
    return [rate, cap];
  });
}

function amountFields({ category, variant, type, subsidy }: Standard): DraftField[] {
  const { capFen, fixedFen } = subsidy;
  const money = (ref: FieldRef, name: Label, { value, source }: NonNullable<Subsidy['capFen']>) =>
    field(category, ref, {
      name: ofType(type, name),
      value,
      unit: moneyIn(source),
      limits: limitsOf.money,
      source,
    });
  return [
    ...(fixedFen ? [money({ kind: 'fixed', variant }, label('补助金额', 'Amount'), fixedFen)] : []),
    ...(capFen ? [money({ kind: 'cap', variant, component: null }, label('最高补助', 'Cap'), capFen)] : []),
  ];
}

const trancheName = (sequence: number, of: 'share' | 'amount' | 'cap'): Label => {
  const what = { share: label('比例', 'share'), amount: label('金额', 'amount'), cap: label('上限', 'most') }[
    of
  ];
  const which =
    sequence === 1 ? label('首次拨付', 'First payment') : label(`第${sequence}次拨付`, `Payment ${sequence}`);
  return label(`${which.zh}${what.zh}`, `${which.en}: ${what.en}`);
};

function trancheFields(standard: Standard): DraftField[] {
  const { category, variant, type, subsidy } = standard;
  const last = subsidy.tranches.length - 1;
  // What a first phase may be at most stands with its rate.
  const isPhaseCap = (index: number) => subsidy.kind === 'phases' && index === 0;
  const parts = (tranche: Tranche, index: number): ['share' | 'amount' | 'cap', number | null][] => [
    ['share', index < last ? tranche.sharePercent : null],
    ['amount', index < last ? tranche.amountFen : null],
    ['cap', isPhaseCap(index) ? null : tranche.capFen],
  ];
  return subsidy.tranches.flatMap((tranche, index) =>
    parts(tranche, index).flatMap(([of, value]) =>
      value === null
        ? []
        : [
            field(
              category,
              { kind: 'tranche', variant, sequence: index + 1, of },
              {
                name: ofType(type, trancheName(index + 1, of)),
                value,
                unit: of === 'share' ? percent : moneyIn(tranche.source),
                limits: of === 'share' ? limitsOf.share : limitsOf.money,
                source: tranche.source,
              },
            ),
          ],
    ),
  );
}

function quotaFields(category: Category): DraftField[] {
  const projects = { unit: { kind: 'projects' }, limits: limitsOf.projects } as const;
  const { quota } = category;
  const whole = quota
    ? [field(category, { kind: 'quota' }, { name: label('支持数量', 'Quota'), ...projects, ...quota })]
    : [];
  const parts = category.subQuotas.map(({ id, name, amount, bound, source }) =>
    field(
      category,
      { kind: 'sub_quota', subQuota: id },
      {
        name: label(`其中${name.zh}`, `Of which ${name.en}`),
        ...projects,
        value: amount,
        source,
        bound: bound === 'max' ? 'at_most' : 'at_least',
      },
    ),
  );
  return [...whole, ...parts];
}

/** Where a condition has several values, each says which fact it is about. */
function lookName(condition: Condition, look: LeafTest, several: boolean, facts: readonly Fact[]): Label {
  if (!several || !('fact' in look || 'facts' in look)) return condition.name;
  const id = 'facts' in look ? look.facts[0] : look.fact;
  const fact = facts.find((one) => one.id === id);
  if (!fact) return condition.name;
  return label(`${condition.name.zh}（${fact.name.zh}）`, `${condition.name.en} (${fact.name.en})`);
}

function conditionFields(category: Category, condition: Condition, facts: readonly Fact[]): DraftField[] {
  const looks = looksOf(condition.test);
  const { source } = condition;
  return looks.flatMap((look, index) => {
    const place = { condition: condition.id, test: index + 1 };
    const name = lookName(condition, look, looks.length > 1, facts);
    const days = (['from', 'to'] as const).flatMap((edge) => {
      const found = look.kind === 'date' ? look[edge] : null;
      if (found === null) return [];
      const bound: Comparison =
        edge === 'from'
          ? found.included
            ? 'at_least'
            : 'more_than'
          : found.included
            ? 'at_most'
            : 'less_than';
      const ref: FieldRef = { kind: 'day', ...place, edge };
      return [
        field(category, ref, { name, value: found.day, unit: { kind: 'day' }, limits: null, source, bound }),
      ];
    });
    const thresholds = ('bounds' in look ? look.bounds : []).flatMap(({ comparison, value }) => {
      const measure = thresholdMeasure(look, value, source, facts);
      const ref: FieldRef = { kind: 'threshold', ...place, bound: comparison };
      return measure ? [field(category, ref, { name, value, ...measure, source, bound: comparison })] : [];
    });
    return [...days, ...thresholds];
  });
}

/**
 * Everything in an item that a draft may change, with the guide's own value, its unit, what it may be and where it
 * is printed: how much, in which payments, how many, then who (what the conditions compare with).
 */
export function draftFields(
  { category, conditions }: ItemRules,
  { facts, bases }: RuleVocabulary,
): DraftField[] {
  const standards = subsidiesOf(category).map(({ variantId, subsidy }) => ({
    category,
    variant: variantId,
    type: category.variants.find(({ id }) => id === variantId)?.name ?? null,
    subsidy,
    bases,
  }));
  return [
    ...standards.flatMap((one) => [...rateFields(one), ...amountFields(one), ...trancheFields(one)]),
    ...quotaFields(category),
    ...conditions.conditions.flatMap((condition) => conditionFields(category, condition, facts)),
  ];
}
