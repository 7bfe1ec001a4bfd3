import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { ProjectRecord, Recorded } from '$lib/metrics/project-record/load-record';
import type { FormLevel, FormOption, KpiForm, Unit } from '$lib/policy/forms/form';
import { cellsOf, withParents } from '$lib/policy/forms/look-up';
import { levelsOf } from '../policy/guide/form-rows';

/** A value of an indicator with the place that it was read from. */
export interface RecordedValue {
  number: number | null;
  text: string | null;
  file: string;
  sheet: string | null;
  row: number | null;
}

/** One value cell of a form: what was signed, and what was reported. */
export interface TargetLine {
  key: string;
  name: string | Label;
  /** A part of the row above it. */
  isPart: boolean;
  unit: Unit | null;
  /** Unit of an indicator of the project's own, as the form has it. */
  ownUnit: string | null;
  options: FormOption[];
  /** False for a row of a group that the project did not tick: it is not its to fill in. */
  applies: boolean;
  target: RecordedValue | null;
  annual: RecordedValue | null;
  /** By the last day of the period. */
  actuals: Map<IsoDate, RecordedValue>;
  /** Heads the parts of a row and takes no value itself. */
  isHead: boolean;
}

export interface TargetGroup {
  level: FormLevel | null;
  lines: TargetLine[];
}

/** A form of a project as its page shows it. */
export interface TargetSheet {
  form: KpiForm;
  head: Recorded<'target_form'> | null;
  groups: TargetGroup[];
  /** Last periods with a report, oldest first. */
  periods: IsoDate[];
  /** Rows of the form that are the project's to fill in; with a target; with an actual value. */
  asked: number;
  set: number;
  reported: number;
}

const shownPeriods = 4;

const placed = (
  { file_name: file, source_sheet: sheet, source_row: row }: Recorded<'target' | 'progress'>,
  number: number | null,
  text: string | null,
): RecordedValue | null => (number === null && text === null ? null : { number, text, file, sheet, row });

/** Values of one form by the key of their cell. */
class FormValues {
  readonly #targets: Map<string, Recorded<'target'>>;
  readonly #progress: Map<string, Recorded<'progress'>[]>;

  constructor({ guideYear, id }: KpiForm, { targets, progress }: ProjectRecord) {
    const ofForm = (row: { guide_year: number; form_id: string }) =>
      row.guide_year === guideYear && row.form_id === id;
    this.#targets = new Map(targets.filter(ofForm).map((row) => [row.indicator_key, row]));
    this.#progress = new Map();
    for (const row of progress.filter(ofForm)) {
      const before = this.#progress.get(row.indicator_key);
      if (before) before.push(row);
      else this.#progress.set(row.indicator_key, [row]);
    }
  }

  of(key: string): Pick<TargetLine, 'target' | 'annual' | 'actuals'> {
    const row = this.#targets.get(key);
    return {
      target: row ? placed(row, row.target_number, row.target_text) : null,
      annual: row ? placed(row, row.annual_number, row.annual_text) : null,
      actuals: new Map(
        (this.#progress.get(key) ?? []).flatMap((one) => {
          const value = placed(one, one.actual_number, one.actual_text);
          return value ? [[one.period_end, value]] : [];
        }),
      ),
    };
  }

  /** Rows of the project's own, and rows that it added below an open one. */
  added(known: ReadonlySet<string>): Recorded<'target'>[] {
    return [...this.#targets.values()].filter(({ indicator_key: key }) => !known.has(key));
  }
}

function linesOf(form: KpiForm, values: FormValues, chosen: ReadonlySet<string> | null): TargetGroup[] {
  return levelsOf(form).map(({ level, rows }) => ({
    level,
    lines: rows.flatMap((row): TargetLine[] => {
      const applies = row.group === null || chosen === null || chosen.has(row.group);
      const cells = cellsOf(row).map(({ key, partId, measure }): TargetLine => ({
        key,
        name: measure.name,
        isPart: partId !== null,
        unit: (partId === null ? row.readAs : null) ?? measure.unit,
        ownUnit: null,
        options: row.options,
        applies,
        isHead: false,
        ...values.of(key),
      }));
      if (!row.parts) return cells;
      const head = { key: row.id, name: row.name, isPart: false, unit: null, ownUnit: null, options: [] };
      const none = { target: null, annual: null, actuals: new Map<IsoDate, RecordedValue>() };
      return [{ ...head, ...none, applies, isHead: true }, ...cells];
    }),
  }));
}

/** Indicators of the project's own; those that the form suggests in print keep their name, unit and answers. */
function ownLines(form: KpiForm, values: FormValues, known: ReadonlySet<string>): TargetLine[] {
  const printed = new Map(form.ownIndicators.flatMap(cellsOf).map((cell) => [cell.key, cell]));
  return values.added(known).map((row) => ({
    key: row.indicator_key,
    name: row.own_name ?? printed.get(row.indicator_key)?.measure.name ?? row.indicator_key,
    isPart: false,
    unit: printed.get(row.indicator_key)?.measure.unit ?? null,
    ownUnit: row.own_unit,
    options: printed.get(row.indicator_key)?.indicator.options ?? [],
    applies: true,
    isHead: false,
    ...values.of(row.indicator_key),
  }));
}

/** The groups ticked on the form, with those they are a part of; null where no form was read. */
function chosenOf(form: KpiForm, head: Recorded<'target_form'> | null): ReadonlySet<string> | null {
  if (!head) return null;
  const known = new Set(form.groups.map(({ id }) => id));
  return withParents(
    form,
    (head.group_ids ?? '').split(' ').filter((id) => known.has(id)),
  );
}

/** A form's rows with the project's targets and reports. */
export function targetSheet(form: KpiForm, record: ProjectRecord): TargetSheet {
  const head =
    record.forms.find(({ form_id: id, guide_year: year }) => id === form.id && year === form.guideYear) ??
    null;
  const values = new FormValues(form, record);
  const groups = linesOf(form, values, chosenOf(form, head));
  const known = new Set(groups.flatMap(({ lines }) => lines.map(({ key }) => key)));
  const own = ownLines(form, values, known);
  const all = own.length > 0 ? [...groups, { level: null, lines: own }] : groups;
  const cells = all.flatMap(({ lines }) => lines).filter(({ isHead, applies }) => !isHead && applies);
  const periods = [...new Set(cells.flatMap(({ actuals }) => [...actuals.keys()]))].sort();
  return {
    form,
    head,
    groups: all,
    periods: periods.slice(-shownPeriods),
    asked: cells.length,
    set: cells.filter(({ target, annual }) => target !== null || annual !== null).length,
    reported: cells.filter(({ actuals }) => actuals.size > 0).length,
  };
}
