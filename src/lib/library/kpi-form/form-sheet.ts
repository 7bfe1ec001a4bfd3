import type { Finding } from '$lib/domain/finding';
import type { Row } from '$lib/domain/tables';
import type { TargetValue } from '$lib/policy/forms/check-row';
import type { FindingCode } from '../check/finding-codes';
import type { FindingLog } from '../check/finding-log';
import { columnPlaces } from '../file-outcome';
import type { QuarantinedRow, WaitingCell } from '../import-result';
import type { SheetOrigin } from '../import-sheet';
import {
  expectedValue,
  readIndicatorValue,
  readOwnValue,
  type IndicatorValue,
} from '../inputs/indicator-value';
import { hasError, type InputState } from '../inputs/input-state';
import { ProjectJoin } from '../inputs/join-project';
import type { KnownProject } from '../inputs/known-projects';
import type { Said } from '../inputs/read-input-row';
import { cellAddress, cellText, isBlank, type CellValue, type SheetCells } from '../read/cells';
import { formRows, ownName, tickedGroups, type FormRow } from './form-rows';
import { FormHead } from './read-head';
import type { FoundForm } from './recognise-form';
import { targetFindings } from './target-findings';

export interface FormSheetRows {
  forms: Row<'target_form'>[];
  targets: Row<'target'>[];
  quarantine: QuarantinedRow[];
  /** Where the values of the form stand. */
  columns: Row<'source_column'>[];
}

interface ReadTarget {
  row: FormRow;
  key: string;
  value: IndicatorValue | null;
  annual: IndicatorValue | null;
}

const placesOf = ({ nameIndex, valueIndex, annualIndex }: FoundForm) =>
  [
    { index: nameIndex, column: { field: 'indicator_key' } },
    { index: valueIndex, column: { field: 'target_number' } },
    { index: annualIndex ?? -1, column: { field: 'annual_number' } },
  ].filter(({ index }) => index >= 0);

/** Reads one filled KPI form into its head and its targets. */
export class FormSheet {
  readonly rows: FormSheetRows = { forms: [], targets: [], quarantine: [], columns: [] };
  private readonly faulty = new Set<string>();

  constructor(
    private readonly found: FoundForm,
    private readonly sheet: SheetCells,
    private readonly origin: SheetOrigin,
    private readonly log: FindingLog,
    private readonly state: InputState,
  ) {}

  read(): void {
    const { form } = this.found;
    const head = new FormHead(this.found, this.sheet, this.log);
    const project = this.projectOf(head);
    if (!project || hasError(head.findings)) {
      this.waitWhole(head);
      return;
    }
    const rows = formRows(this.found, this.sheet);
    const targets = rows.flatMap((row) => this.readTarget(row) ?? []);
    const groups = this.groupsOf(targets);
    this.checkForm(groups, rows, targets);
    const id = { project_id: project.project_id, guide_year: form.guideYear, form_id: form.id };
    this.rows.forms.push(this.headRow(id, head, groups));
    for (const target of targets) this.rows.targets.push(this.targetRow(id, target));
    this.rows.columns.push(...columnPlaces(this.origin, placesOf(this.found)));
    this.state.forms.addForm(id);
    for (const { indicator_key: key, own_name: name } of this.rows.targets)
      if (name !== null) this.state.forms.addOwn({ ...id, indicator_key: key, own_name: name });
  }

  /** The form's project; a form that its category does not ask for, or that comes again, must wait. */
  private projectOf(head: FormHead): KnownProject | null {
    const { form } = this.found;
    const project = new ProjectJoin(this.state.projects, form.guideYear).find(head);
    if (!project) return null;
    const asked = this.state.forms.asked(project);
    if (asked.length > 0 && !asked.includes(form)) {
      const expected = asked.map(({ id }) => id).join('、');
      head.report('form_unknown', 'form_id', { found: form.id, expected });
    }
    const start = head.texts.get('start_date');
    const end = head.texts.get('end_date');
    if (start !== undefined && end !== undefined && end < start)
      head.report('end_before_start', 'end_date', { expected: start });
    const key = ['form', project.project_id, form.guideYear, form.id].join('\u001f');
    const at = { ...this.origin, row: this.found.titleRow };
    const repeat = hasError(head.findings) ? null : this.state.repeats.check(key, at);
    if (repeat) head.report('form_twice', 'name', { expected: repeat.place });
    return project;
  }

  /** Ticked groups, and those without a box whose rows are filled in. */
  private groupsOf(targets: readonly ReadTarget[]): string[] {
    const { form } = this.found;
    const marked = new Set(tickedGroups(form, this.sheet));
    const filled = new Set(targets.map(({ row }) => row.cell?.indicator.group ?? null));
    return form.groups
      .filter(({ id, checkbox }) => marked.has(id) || (!checkbox && filled.has(id)))
      .map(({ id }) => id);
  }

  private readTarget(row: FormRow): ReadTarget | null {
    if (isBlank(row.value) && isBlank(row.annual)) return null;
    const findings: Finding[] = [];
    const { key } = row;
    if (key === null) {
      const names = row.alternatives.map(({ label }) => label).join('、');
      const code: FindingCode = names === '' ? 'indicator_unknown' : 'indicator_ambiguous';
      findings.push(
        this.name(code, row, 'indicator_key', { found: row.text, expected: names || this.found.form.id }),
      );
      this.waitRow(row, findings);
      return null;
    }
    const value = this.readValue(row, row.value, 'target_number', findings);
    const annual = this.readValue(row, row.annual, 'annual_number', findings);
    if (hasError(findings)) {
      this.faulty.add(key);
      this.waitRow(row, findings);
      return null;
    }
    return value || annual ? { row, key, value, annual } : null;
  }

  private readValue(
    row: FormRow,
    cell: CellValue,
    field: 'target_number' | 'annual_number',
    findings: Finding[],
  ): IndicatorValue | null {
    const reading = row.cell
      ? readIndicatorValue(cell, row.cell)
      : readOwnValue(cell, ownName(row.text).unit ?? '');
    if (reading.kind === 'fault') {
      const expected = row.cell ? expectedValue(row.cell) : null;
      findings.push(this.name(reading.code, row, field, { found: cell, expected }));
    }
    if (reading.kind !== 'value') return null;
    const { number, text } = reading.value;
    if (reading.change)
      findings.push(this.name(reading.change, row, field, { found: cell, fix: text ?? String(number) }));
    return reading.value;
  }

  private name(code: FindingCode, { row }: FormRow, field: string, said: Said): Finding {
    const { annualIndex, valueIndex, nameIndex } = this.found;
    const index = { annual_number: annualIndex ?? valueIndex, indicator_key: nameIndex }[field] ?? valueIndex;
    return this.log.add(code, { row, index, column: field, ...said });
  }

  /** Holds the targets against the form; a cell that could not be read is not also called missing. */
  private checkForm(
    groups: readonly string[],
    rows: readonly FormRow[],
    targets: readonly ReadTarget[],
  ): void {
    const values: Record<string, TargetValue> = Object.fromEntries(
      targets.map(({ key, value }) => [key, value?.number ?? value?.text ?? null]),
    );
    const byKey = new Map(rows.map((row) => [row.key, row]));
    for (const { code, key, said } of targetFindings(this.found.form, groups, values)) {
      if (key !== null && [...this.faulty].some((one) => one === key || one.startsWith(`${key}/`))) continue;
      const row = key === null ? undefined : byKey.get(key);
      if (row) this.name(code, row, 'target_number', { found: row.value, ...said });
      else this.log.add(code, { row: this.found.titleRow, column: 'target_number', ...said });
    }
  }

  private headRow(
    id: Pick<Row<'target_form'>, 'project_id' | 'guide_year' | 'form_id'>,
    head: FormHead,
    groups: readonly string[],
  ): Row<'target_form'> {
    const text = (field: string) => head.texts.get(field) ?? null;
    return {
      ...id,
      group_ids: groups.length > 0 ? groups.join(' ') : null,
      nominator: text('nominator'),
      start_date: text('start_date'),
      end_date: text('end_date'),
      overall_goal: text('overall_goal'),
      annual_goal: text('annual_goal'),
      ...this.place(this.found.titleRow),
    };
  }

  private targetRow(
    id: Pick<Row<'target'>, 'project_id' | 'guide_year' | 'form_id'>,
    { row, key, value, annual }: ReadTarget,
  ): Row<'target'> {
    const own = row.cell ? null : ownName(row.text);
    return {
      ...id,
      indicator_key: key,
      own_name: own?.name ?? null,
      own_unit: own?.unit ?? null,
      target_number: value?.number ?? null,
      target_text: value?.text ?? null,
      annual_number: annual?.number ?? null,
      annual_text: annual?.text ?? null,
      ...this.place(row.row),
    };
  }

  private place(row: number) {
    const { fileId, sheet } = this.origin;
    return { source_file_id: fileId, source_sheet: sheet, source_row: row + 1 };
  }

  private wait(row: number, cells: WaitingCell[], findings: readonly Finding[]): void {
    this.rows.quarantine.push({ ...this.origin, row: row + 1, cells, findings: [...findings] });
  }

  private waitRow(row: FormRow, findings: readonly Finding[]): void {
    const { nameIndex, valueIndex } = this.found;
    const cell = (column: string, header: string, index: number, value: CellValue): WaitingCell => ({
      column,
      header,
      cell: cellAddress(row.row, index),
      value: cellText(value),
    });
    const cells = [
      cell('indicator_key', '三级指标', nameIndex, row.text),
      cell('target_number', this.found.form.valueHeader.zh, valueIndex, row.value),
    ];
    this.wait(row.row, cells, findings);
  }

  private waitWhole(head: FormHead): void {
    const cells = [...head.places].map(([column, { row, index, value, label }]) => ({
      column,
      header: label,
      cell: cellAddress(row, index),
      value: cellText(value),
    }));
    this.wait(this.found.titleRow, cells, head.findings);
  }
}
