import { isIsoDate } from '../../domain/calendar';
import type { Condition, ItemConditions } from '../conditions/condition';
import type { Category, Subsidy, SubsidyBase, Tranche } from '../rulebook';
import { summaryOf } from '../subsidy-summary';
import { draftFields, type RuleVocabulary } from './draft-fields';
import {
  fieldKey,
  type DraftChange,
  type DraftField,
  type DraftOutcome,
  type DraftRefusal,
  type FieldRef,
  type ItemRules,
  type RefusalReason,
  type RuleDraft,
} from './draft';
import { fitsSomething, looksOf, withBound, withDay } from './test-places';

/** Why a value does not fit its field; null where it does. */
export function refusalOf(field: DraftField, value: DraftChange['value']): RefusalReason | null {
  const { limits } = field;
  if (limits === null) return typeof value === 'string' && isIsoDate(value) ? null : 'wrong_kind';
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrong_kind';
  if (value < limits.least || value > limits.most) return 'out_of_range';
  const steps = value / limits.step;
  return Math.abs(steps - Math.round(steps)) > 1e-6 ? 'too_fine' : null;
}

function changedTranche(tranche: Tranche, of: 'share' | 'amount' | 'cap', value: number): Tranche {
  if (of === 'share') return { ...tranche, sharePercent: value };
  return of === 'amount' ? { ...tranche, amountFen: value } : { ...tranche, capFen: value };
}

/** A first phase is capped where its rate stands and again in its payment: one limit, changed in both places. */
function withPartCap(subsidy: Subsidy, componentId: string, capFen: number): Subsidy {
  const old = subsidy.components.find(({ id }) => id === componentId)?.capFen ?? null;
  return {
    ...subsidy,
    components: subsidy.components.map((one) => (one.id === componentId ? { ...one, capFen } : one)),
    tranches:
      subsidy.kind === 'phases'
        ? subsidy.tranches.map((one, index) => (index === 0 && one.capFen === old ? { ...one, capFen } : one))
        : subsidy.tranches,
  };
}

function changedSubsidy(subsidy: Subsidy, ref: FieldRef, value: number): Subsidy {
  switch (ref.kind) {
    case 'rate': {
      const rated = (one: Subsidy['components'][number]) =>
        one.id === ref.component ? { ...one, percent: value } : one;
      return { ...subsidy, components: subsidy.components.map(rated) };
    }
    case 'cap':
      if (ref.component !== null) return withPartCap(subsidy, ref.component, value);
      return { ...subsidy, capFen: subsidy.capFen ? { ...subsidy.capFen, value } : null };
    case 'fixed':
      return { ...subsidy, fixedFen: subsidy.fixedFen ? { ...subsidy.fixedFen, value } : null };
    case 'tranche':
      return {
        ...subsidy,
        tranches: subsidy.tranches.map((one, index) =>
          index === ref.sequence - 1 ? changedTranche(one, ref.of, value) : one,
        ),
      };
    default:
      return subsidy;
  }
}

const joined = (parts: readonly Subsidy[]): Subsidy['summary'] => ({
  zh: parts.map(({ summary }) => summary.zh).join('；'),
  en: parts.map(({ summary }) => summary.en).join('; '),
});

function withStandard(
  category: Category,
  ref: FieldRef,
  value: number,
  bases: readonly SubsidyBase[],
): Category {
  if (!('variant' in ref)) return category;
  const change = (subsidy: Subsidy): Subsidy => {
    const changed = changedSubsidy(subsidy, ref, value);
    return { ...changed, summary: summaryOf(changed, [...bases]) };
  };
  if (ref.variant === null) return { ...category, subsidy: change(category.subsidy) };
  const variants = category.variants.map((one) =>
    one.id === ref.variant && one.subsidy ? { ...one, subsidy: change(one.subsidy) } : one,
  );
  const own = variants.flatMap(({ subsidy }) => (subsidy ? [subsidy] : []));
  // Where every type has its own standard, the item shows theirs, joined.
  const showsTheirs = category.subsidy.kind === 'unknown' && own.length === variants.length;
  const subsidy = showsTheirs ? { ...category.subsidy, summary: joined(own) } : category.subsidy;
  return { ...category, variants, subsidy };
}

function withQuota(category: Category, ref: FieldRef, value: number): Category {
  if (ref.kind === 'quota')
    return { ...category, quota: category.quota ? { ...category.quota, value } : null };
  if (ref.kind !== 'sub_quota') return category;
  const subQuotas = category.subQuotas.map((one) =>
    one.id === ref.subQuota ? { ...one, amount: value } : one,
  );
  return { ...category, subQuotas };
}

function changedCondition(condition: Condition, { field, value }: DraftChange): Condition {
  if (field.kind === 'threshold' && typeof value === 'number')
    return { ...condition, test: withBound(condition.test, field.test, field.bound, value) };
  if (field.kind === 'day' && typeof value === 'string')
    return { ...condition, test: withDay(condition.test, field.test, field.edge, value) };
  return condition;
}

function withCondition(item: ItemConditions, change: DraftChange): ItemConditions {
  const { field } = change;
  if (field.kind !== 'threshold' && field.kind !== 'day') return item;
  const conditions = item.conditions.map((one) =>
    one.id === field.condition ? changedCondition(one, change) : one,
  );
  return { ...item, conditions };
}

function changedRules(rules: ItemRules, change: DraftChange, bases: readonly SubsidyBase[]): ItemRules {
  const { field, value } = change;
  if (typeof value !== 'number') return { ...rules, conditions: withCondition(rules.conditions, change) };
  const category = withQuota(withStandard(rules.category, field, value, bases), field, value);
  return { category, conditions: withCondition(rules.conditions, change) };
}

/** True where the changed look of a condition can still be met by something. */
function stillFits({ conditions }: ItemRules, { field }: DraftChange): boolean {
  if (field.kind !== 'threshold' && field.kind !== 'day') return true;
  const condition = conditions.conditions.find(({ id }) => id === field.condition);
  const look = condition ? looksOf(condition.test)[field.test - 1] : undefined;
  return look === undefined || fitsSomething(look);
}

const refuse = (change: DraftChange, reason: RefusalReason, field?: DraftField): DraftRefusal => ({
  change,
  reason,
  limits: field?.limits ?? null,
});

function refusalsOf(
  changes: readonly DraftChange[],
  fields: ReadonlyMap<string, DraftField>,
): DraftRefusal[] {
  const seen = new Set<string>();
  return changes.flatMap((change) => {
    const key = fieldKey(change.field);
    const field = fields.get(key);
    if (!field) return [refuse(change, 'unknown_field')];
    if (seen.has(key)) return [refuse(change, 'given_twice', field)];
    seen.add(key);
    const reason = refusalOf(field, change.value);
    return reason ? [refuse(change, reason, field)] : [];
  });
}

/**
 * An item's rules with a draft's changes of it made: all of them, or none where one cannot be made. What a value
 * stands on (its source) stays that of the guide: the draft has none. Changes of other items are passed over.
 */
export function applyDraft(rules: ItemRules, draft: RuleDraft, vocabulary: RuleVocabulary): DraftOutcome {
  const changes = draft.changes.filter(({ category }) => category === rules.category.id);
  const fields = new Map(draftFields(rules, vocabulary).map((field) => [field.key, field]));
  const refusals = refusalsOf(changes, fields);
  if (refusals.length > 0) return { rules: null, refusals };
  const changed = changes.reduce((so, change) => changedRules(so, change, vocabulary.bases), rules);
  const empty = changes
    .filter((change) => !stillFits(changed, change))
    .map((change) => refuse(change, 'nothing_fits', fields.get(fieldKey(change.field))));
  return empty.length > 0 ? { rules: null, refusals: empty } : { rules: changed, refusals: null };
}
