import { parse, stringify } from 'yaml';
import { fenFromNumber, MoneyFormatError, type MoneyUnit } from '../../domain/money';
import type { DraftChange, DraftField, FieldRef, FieldUnit, RuleDraft } from './draft';
import { fieldKey } from './draft';
import { draftSchema, type ChangeText } from './draft-schema';
import { printedValue } from './field-units';

// The YAML library is heavy: load this file where a draft is saved or opened, not with a page.

/** The text is no draft: where, and what was found. */
export class DraftFormatError extends Error {
  constructor(
    readonly place: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = 'DraftFormatError';
  }
}

const unitNames = { yuan: 'CNY', wanYuan: 'CNY_10K', yiYuan: 'CNY_100M' } as const;
const moneyUnits = { CNY: 'yuan', CNY_10K: 'wanYuan', CNY_100M: 'yiYuan' } as const satisfies Record<
  string,
  MoneyUnit
>;
type WrittenUnit = NonNullable<Extract<ChangeText, { kind: 'threshold' }>['unit']>;

const isMoney = (unit: WrittenUnit | undefined): unit is keyof typeof moneyUnits =>
  unit !== undefined && unit in moneyUnits;

function writtenUnit(unit: FieldUnit): WrittenUnit | undefined {
  if (unit.kind === 'money') return unitNames[unit.printedIn];
  if (unit.kind === 'time') return unit.printedIn;
  return unit.kind === 'percent' ? 'percent' : undefined;
}

const typed = (variant: string | null) => (variant === null ? {} : { variant });

function written(change: DraftChange, field: DraftField): ChangeText {
  const { category: item, field: ref } = change;
  const printed = printedValue(field.unit, change.value);
  const value = typeof printed === 'number' ? printed : 0;
  const unit = field.unit.kind === 'money' ? unitNames[field.unit.printedIn] : 'CNY';
  switch (ref.kind) {
    case 'rate':
      return { item, kind: 'rate', ...typed(ref.variant), component: ref.component, percent: value };
    case 'cap': {
      const part = ref.component === null ? {} : { component: ref.component };
      return { item, kind: 'cap', ...typed(ref.variant), ...part, value, unit };
    }
    case 'fixed':
      return { item, kind: 'fixed', ...typed(ref.variant), value, unit };
    case 'tranche': {
      const place = { item, ...typed(ref.variant), sequence: ref.sequence };
      if (ref.of === 'share') return { ...place, kind: 'tranche_share', percent: value };
      return { ...place, kind: ref.of === 'amount' ? 'tranche_amount' : 'tranche_cap', value, unit };
    }
    case 'threshold': {
      const { condition, test, bound } = ref;
      const named = writtenUnit(field.unit);
      return { item, kind: 'threshold', condition, test, bound, value, ...(named && { unit: named }) };
    }
    case 'day':
      return {
        item,
        kind: 'day',
        condition: ref.condition,
        test: ref.test,
        edge: ref.edge,
        day: String(printed),
      };
    case 'quota':
      return { item, kind: 'quota', projects: value };
    case 'sub_quota':
      return { item, kind: 'sub_quota', sub_quota: ref.subQuota, projects: value };
  }
}

/**
 * A draft as YAML, values as the guide prints them. `fields` are those of the items that it changes (`draftFields`).
 * @throws RangeError for a change of something that is no field
 */
export function draftToYaml(draft: RuleDraft, fields: readonly DraftField[]): string {
  const changes = draft.changes.map((change) => {
    const key = fieldKey(change.field);
    const field = fields.find((one) => one.category === change.category && one.key === key);
    if (!field) throw new RangeError(`${change.category} has no field ${key}`);
    return written(change, field);
  });
  return stringify({ id: draft.id, name: draft.name, copy_of: draft.copyOf, changes });
}

const variantOf = (text: { variant?: string | undefined }): string | null => text.variant ?? null;

function refOf(text: ChangeText): FieldRef {
  switch (text.kind) {
    case 'rate':
      return { kind: 'rate', variant: variantOf(text), component: text.component };
    case 'cap':
      return { kind: 'cap', variant: variantOf(text), component: text.component ?? null };
    case 'fixed':
      return { kind: 'fixed', variant: variantOf(text) };
    case 'tranche_share':
      return { kind: 'tranche', variant: variantOf(text), sequence: text.sequence, of: 'share' };
    case 'tranche_amount':
      return { kind: 'tranche', variant: variantOf(text), sequence: text.sequence, of: 'amount' };
    case 'tranche_cap':
      return { kind: 'tranche', variant: variantOf(text), sequence: text.sequence, of: 'cap' };
    case 'threshold':
      return { kind: 'threshold', condition: text.condition, test: text.test, bound: text.bound };
    case 'day':
      return { kind: 'day', condition: text.condition, test: text.test, edge: text.edge };
    case 'quota':
      return { kind: 'quota' };
    case 'sub_quota':
      return { kind: 'sub_quota', subQuota: text.sub_quota };
  }
}

function innerOf(text: ChangeText): DraftChange['value'] {
  if (text.kind === 'day') return text.day;
  if ('percent' in text) return text.percent;
  if ('projects' in text) return text.projects;
  if (isMoney(text.unit)) return fenFromNumber(text.value, moneyUnits[text.unit]);
  return text.unit === 'year' ? text.value * 12 : text.value;
}

function changeOf(text: ChangeText, index: number): DraftChange {
  try {
    return { category: text.item, field: refOf(text), value: innerOf(text) };
  } catch (cause) {
    if (!(cause instanceof MoneyFormatError)) throw cause;
    throw new DraftFormatError(`changes/${index}`, cause.message, { cause });
  }
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new DraftFormatError('', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * A draft from its YAML. Whether the rules have what it changes is for `applyDraft` to say.
 * @throws DraftFormatError naming place and problem
 */
export function draftFromYaml(text: string): RuleDraft {
  const result = draftSchema.safeParse(parsed(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new DraftFormatError(issue?.path.join('/') ?? '', issue?.message ?? 'not as expected', {
      cause: result.error,
    });
  }
  const { id, name, copy_of: copyOf, changes } = result.data;
  return { id, name, copyOf, changes: changes.map(changeOf) };
}
