import type { Indicator, KpiForm, Measure } from './form.ts';

/**
 * The form of a guide year by its annex number.
 * @throws RangeError when the year has no such form.
 */
export function formById(forms: readonly KpiForm[], year: number, id: string): KpiForm {
  const found = forms.find((form) => form.guideYear === year && form.id === id);
  if (!found) throw new RangeError(`there is no form ${id} of ${year}`);
  return found;
}

/**
 * The chosen groups with those that they are a part of.
 * @throws RangeError for a group that the form does not have.
 */
export function withParents(form: KpiForm, chosenGroups: readonly string[]): Set<string> {
  const chosen = new Set<string>();
  const choose = (id: string) => {
    const group = form.groups.find((one) => one.id === id);
    if (!group) throw new RangeError(`form ${form.id} of ${form.guideYear} has no group ${id}`);
    chosen.add(id);
    if (group.parent !== null) choose(group.parent);
  };
  chosenGroups.forEach(choose);
  return chosen;
}

/**
 * The rows that a project of these groups fills in, in printed order: those of every project, those of its groups,
 * and the own indicators that the form prints. Without a choice, the rows of groups are left out.
 * @throws RangeError for a group that the form does not have.
 */
export function indicatorsFor(form: KpiForm, chosenGroups: readonly string[]): Indicator[] {
  const chosen = withParents(form, chosenGroups);
  return [...form.indicators, ...form.ownIndicators].filter(
    (row) => row.group === null || chosen.has(row.group),
  );
}

/** A cell that takes a value: an indicator, or one of the parts of its row. */
export interface ValueCell {
  /** `ID`, or `ID/PART`. */
  key: string;
  indicator: Indicator;
  partId: string | null;
  measure: Measure;
}

/** Where the values of a row stand: one cell, or one for each part. */
export const cellsOf = (indicator: Indicator): ValueCell[] =>
  indicator.parts
    ? indicator.parts.list.map((measure) => ({
        key: `${indicator.id}/${measure.id}`,
        indicator,
        partId: measure.id,
        measure,
      }))
    : [{ key: indicator.id, indicator, partId: null, measure: indicator }];

/** How much the form asks for a row. */
export type RowDuty =
  /** 必填 for this project. */
  | 'required'
  /** Printed, and nothing says that it may stay blank. */
  | 'expected'
  /** One of those of which at least some are filled in (至少填N项). */
  | 'counted'
  /** May stay blank: 可不填写, 必填 for others only, or a printed own indicator. */
  | 'optional';

/** How much the form asks a project of these groups (with parents) for a row. */
export function dutyOf(form: KpiForm, row: Indicator, chosen: ReadonlySet<string>): RowDuty {
  const named = (groups: string[]) => groups.some((group) => chosen.has(group));
  if (row.part === 'own') return 'optional';
  if (row.required) return named(row.required.groups) ? 'required' : 'optional';
  if (row.mayBlank && named(row.mayBlank.groups)) return 'optional';
  const counted = form.rowMinimums.some(
    ({ group, level2 }) => row.group === group && row.level2?.id === level2,
  );
  return counted ? 'counted' : 'expected';
}
