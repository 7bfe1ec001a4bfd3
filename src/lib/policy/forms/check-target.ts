import type { Bound } from '../conditions/condition.ts';
import type { SourceRef } from '../rulebook.ts';
import { checkRow, type CellFinding, isBlank, type TargetValues } from './check-row.ts';
import type { GroupChoice, Indicator, KpiForm } from './form.ts';
import { cellsOf, dutyOf, withParents } from './look-up.ts';

/** Too few or too many groups are chosen. */
export interface ChoiceFinding {
  kind: 'choice_missing' | 'choice_over';
  groups: string[];
  chosen: string[];
  bound: Bound;
  source: SourceRef;
}

/** 至少填N项: too few rows of a group are filled in. */
export interface RowsFinding {
  kind: 'too_few_rows';
  group: string;
  level2: string;
  found: number;
  atLeast: number;
  source: SourceRef;
}

/** A row is filled in although its group is not chosen. */
export interface OtherGroupFinding {
  kind: 'other_group';
  indicator: string;
  group: string;
  source: SourceRef;
}

/** 其中: a part is more than what holds it. */
export interface WholeFinding {
  kind: 'more_than_whole';
  indicator: string;
  whole: string;
  found: number;
  wholeFound: number;
  source: SourceRef;
}

/** A value whose key no row of the form has. */
export interface StrayFinding {
  kind: 'not_in_form';
  key: string;
  source: SourceRef;
}

/** What is wrong with a filled-in form, as data: pages make the sentences. Every finding names its place in print. */
export type TargetFinding =
  CellFinding | ChoiceFinding | RowsFinding | OtherGroupFinding | WholeFinding | StrayFinding;

function checkChoice(choice: GroupChoice, chosen: ReadonlySet<string>): ChoiceFinding[] {
  if (choice.within !== null && !chosen.has(choice.within)) return [];
  const taken = choice.of.filter((id) => chosen.has(id));
  const place = { groups: choice.of, chosen: taken, source: choice.source };
  if (taken.length < choice.atLeast)
    return [{ kind: 'choice_missing', ...place, bound: { comparison: 'at_least', value: choice.atLeast } }];
  if (choice.atMost !== null && taken.length > choice.atMost)
    return [{ kind: 'choice_over', ...place, bound: { comparison: 'at_most', value: choice.atMost } }];
  return [];
}

const isFilled = (row: Indicator, values: TargetValues): boolean =>
  cellsOf(row).some(({ key }) => !isBlank(values[key]));

function checkRows(form: KpiForm, chosen: ReadonlySet<string>, values: TargetValues): RowsFinding[] {
  return form.rowMinimums.flatMap(({ group, level2, atLeast, source }) => {
    if (!chosen.has(group)) return [];
    const rows = form.indicators.filter((row) => row.group === group && row.level2?.id === level2);
    const found = rows.filter((row) => isFilled(row, values)).length;
    return found < atLeast ? [{ kind: 'too_few_rows', group, level2, found, atLeast, source }] : [];
  });
}

function checkOtherGroup(
  form: KpiForm,
  row: Indicator,
  chosen: ReadonlySet<string>,
  values: TargetValues,
): OtherGroupFinding[] {
  const { group } = row;
  const allowed = dutyOf(form, row, chosen) === 'optional' || !isFilled(row, values);
  if (group === null || allowed) return [];
  return [{ kind: 'other_group', indicator: row.id, group, source: row.source }];
}

function checkWhole(row: Indicator, values: TargetValues): WholeFinding[] {
  const found = values[row.id];
  const wholeFound = row.partOf === null ? null : values[row.partOf];
  if (row.partOf === null || typeof found !== 'number' || typeof wholeFound !== 'number') return [];
  if (found <= wholeFound) return [];
  return [
    { kind: 'more_than_whole', indicator: row.id, whole: row.partOf, found, wholeFound, source: row.source },
  ];
}

/** Keys of rows that a project adds itself: own indicators, and rows where the form prints “……”. */
const isAdded = (form: KpiForm, key: string): boolean =>
  key.startsWith('own/') || form.openRows.some(({ after }) => key.startsWith(`${after}/`));

function checkKeys(form: KpiForm, values: TargetValues): StrayFinding[] {
  const rows = [...form.indicators, ...form.ownIndicators];
  const known = new Set(rows.flatMap((row) => cellsOf(row).map(({ key }) => key)));
  return Object.keys(values)
    .filter((key) => !isBlank(values[key]) && !known.has(key) && !isAdded(form, key))
    .map((key) => ({ kind: 'not_in_form', key, source: form.source }));
}

/**
 * Holds the targets of a project against its form. Values stand under the id of their indicator, `ID/PART` for the
 * parts of a row, `own/…` for indicators that the project adds itself; numbers are in the printed unit, money in 分,
 * options by id, missing is null or left out (a 0 is a value). Groups that the form tells apart but no choice asks
 * for (产业基础再造项目) count as not chosen when left out.
 * @throws RangeError for a group that the form does not have.
 */
export function checkTargets(
  form: KpiForm,
  chosenGroups: readonly string[],
  values: TargetValues,
): TargetFinding[] {
  const chosen = withParents(form, chosenGroups);
  const rows = [...form.indicators, ...form.ownIndicators].flatMap<TargetFinding>((row) =>
    row.group === null || chosen.has(row.group)
      ? checkRow(row, dutyOf(form, row, chosen), values)
      : checkOtherGroup(form, row, chosen, values),
  );
  return [
    ...form.choices.flatMap((choice) => checkChoice(choice, chosen)),
    ...checkRows(form, chosen, values),
    ...rows,
    ...form.indicators.flatMap((row) => checkWhole(row, values)),
    ...checkKeys(form, values),
  ];
}
