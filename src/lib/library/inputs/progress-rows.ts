import type { Row } from '$lib/domain/tables';
import type { LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import type { CellValue } from '../read/cells';
import type { Reading } from '../values/reading';
import { comparisonKey, halfWidth } from '../values/text';
import type { FormsOfProjects } from './forms-of-projects';
import { indicatorsNamed } from './find-indicator';
import {
  expectedValue,
  readIndicatorValue,
  readOwnValue,
  unitOfCell,
  type IndicatorValue,
} from './indicator-value';
import type { KnownProject } from './known-projects';
import type { InputRow } from './read-input-row';

/** One indicator of a project: a cell of its form, or an own one. */
export interface ProgressIndicator {
  form: KpiForm;
  key: string;
  /** Null for an indicator of the project's own. */
  cell: LabelledCell | null;
}

export type ProgressRow = Omit<Row<'progress'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

/** The forms that the row may speak of: the one that it names, else those of its project. */
function formsOf(row: InputRow, project: KnownProject, forms: FormsOfProjects): KpiForm[] {
  const all = forms.of(project);
  const said = row.texts.get('form_id');
  if (said === undefined) return all;
  const id = /1-\d{1,2}/.exec(halfWidth(said))?.[0];
  const named = all.filter((form) => form.id === id);
  if (named.length === 0)
    row.report('form_unknown', 'form_id', { expected: all.map((form) => form.id).join('、') || '—' });
  return named;
}

/** The indicator that the row names, or null with a finding. */
export function progressIndicator(
  row: InputRow,
  project: KnownProject,
  forms: FormsOfProjects,
): ProgressIndicator | null {
  const text = row.texts.get('indicator_key');
  if (text === undefined) return null;
  const candidates = formsOf(row, project, forms);
  const found = candidates.flatMap((form) =>
    indicatorsNamed(form, text).map((cell): ProgressIndicator => ({ form, key: cell.key, cell })),
  );
  const key = comparisonKey(text);
  const own = forms
    .ownOf(project.project_id)
    .filter((one) => one.indicator_key === text || comparisonKey(one.own_name) === key)
    .flatMap((one): ProgressIndicator[] => {
      const form = candidates.find(({ id }) => id === one.form_id);
      return form ? [{ form, key: one.indicator_key, cell: null }] : [];
    });
  const [only, other] = [...found, ...own];
  if (only && !other) return only;
  if (!only) {
    const ids = candidates.map((form) => form.id).join('、');
    if (ids !== '') row.report('indicator_unknown', 'indicator_key', { expected: ids });
    else if (!row.faulty) row.report('form_unknown', 'indicator_key', { expected: project.category_id });
    return null;
  }
  const names = [...found, ...own].map((one) => `${one.form.id} ${one.cell?.label ?? text}`);
  row.report('indicator_ambiguous', 'indicator_key', { expected: names.join('、') });
  return null;
}

/** A unit beside the value must be the form's own; converting by guess would change figures. */
function checkUnit(row: InputRow, cell: LabelledCell): boolean {
  const said = row.texts.get('unit');
  const unit = unitOfCell(cell)?.name.zh;
  if (said === undefined || unit === undefined || comparisonKey(said) === comparisonKey(unit)) return true;
  if (halfWidth(said).trim() === halfWidth(unit).trim()) return true;
  row.report('unit_differs', 'unit', { expected: unit });
  return false;
}

/** Reads the value that stands in a cell for an indicator; null with a finding at that column. */
export function actualValue(
  row: InputRow,
  { cell }: ProgressIndicator,
  value: CellValue,
  field: string,
): IndicatorValue | null {
  const reading: Reading<IndicatorValue> = cell
    ? readIndicatorValue(value, cell)
    : readOwnValue(value, row.texts.get('unit') ?? '');
  if (reading.kind === 'fault') {
    row.report(reading.code, field, { found: value, expected: cell ? expectedValue(cell) : null });
    return null;
  }
  if (reading.kind === 'missing') return null;
  if (reading.change) {
    const { number, text } = reading.value;
    row.report(reading.change, field, { found: value, fix: text ?? String(number) });
  }
  return reading.value;
}

/** Where the row's values stand: the field of each, with the end of its period. */
function valuePlaces(row: InputRow, quarters: ReadonlyMap<string, string>): [field: string, end: string][] {
  if (quarters.size > 0) return [...quarters];
  const period = row.texts.get('period_end');
  return period === undefined ? [] : [['actual', period]];
}

/**
 * What the row reports for its indicator: one value, or one for each quarter that has a column. None, with a finding,
 * where something in it could not be read.
 */
export function progressRows(
  row: InputRow,
  project: KnownProject,
  forms: FormsOfProjects,
  quarters: ReadonlyMap<string, string>,
): ProgressRow[] {
  const indicator = progressIndicator(row, project, forms);
  if (!indicator || (indicator.cell && !checkUnit(row, indicator.cell))) return [];
  const rows = valuePlaces(row, quarters).flatMap(([field, end]): ProgressRow[] => {
    const value = actualValue(row, indicator, row.cells.get(field) ?? null, field);
    if (!value) return [];
    return [
      {
        project_id: project.project_id,
        guide_year: indicator.form.guideYear,
        form_id: indicator.form.id,
        indicator_key: indicator.key,
        period_end: end,
        actual_number: value.number,
        actual_text: value.text,
        note: row.texts.get('note') ?? null,
      },
    ];
  });
  if (rows.length === 0 && !row.faulty) row.report('cell_missing', 'actual', { found: null });
  return row.faulty ? [] : rows;
}
