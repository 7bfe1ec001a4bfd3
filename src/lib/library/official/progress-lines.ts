import type { LibraryRows, Row } from '$lib/domain/tables';
import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import { unitOfCell, type IndicatorValue } from '../inputs/indicator-value';
import type { InputLine } from '../templates/input-template';
import { shownValue } from '../templates/shown-value';
import type { TemplateValue } from '../templates/template';
import type { ProjectLine } from './input-lines';
import { grouped } from './official-book';
import { quarterWords } from './quarter-words';

type Progress = Row<'progress'>;

interface Named {
  cell: LabelledCell | null;
  label: string;
  unit: string | null;
}

const join = (...parts: (string | number | null)[]): string => parts.join('\u001f');

/** Writes progress with names and units of its indicators. */
export class ProgressLines {
  private readonly cells: Map<string, LabelledCell>;
  private readonly own: Map<string, Row<'target'>>;
  private readonly projects: Map<string, Row<'project'>>;
  private readonly across: Progress[];
  private readonly down: Progress[];

  constructor(forms: readonly KpiForm[], rows: LibraryRows, wideYears: readonly number[]) {
    this.cells = new Map(
      forms.flatMap((form) =>
        labelledCells(form).map((cell) => [join(form.guideYear, form.id, cell.key), cell] as const),
      ),
    );
    const added = rows.target.filter(({ own_name: name }) => name !== null);
    this.own = new Map(
      added.map((target) => [join(target.project_id, target.form_id, target.indicator_key), target]),
    );
    this.projects = new Map(rows.project.map((project) => [project.project_id, project]));
    const isWide = ({ project_id: id }: Progress) =>
      wideYears.includes(this.projects.get(id)?.guide_year ?? Number.NaN);
    this.across = rows.progress.filter(isWide);
    this.down = rows.progress.filter((row) => !isWide(row));
  }

  /** One line for each value. */
  long(): ProjectLine[] {
    return this.down.flatMap((row) => {
      const named = this.named(row);
      return this.line(row, { actual: this.value(named, row), period_end: quarterWords(row.period_end) });
    });
  }

  /** One line for each indicator, a column for each quarter; values with different notes stand apart. */
  wide(): { lines: ProjectLine[]; quarters: string[] } {
    const sameLine = grouped(this.across, (row) =>
      join(row.project_id, row.guide_year, row.form_id, row.indicator_key, row.note),
    );
    const lines = [...sameLine.values()].flatMap((values) => {
      const [first] = values;
      if (!first) return [];
      const named = this.named(first);
      const said = values.map((row) => [quarterWords(row.period_end), this.value(named, row)]);
      return this.line(first, Object.fromEntries(said) as Record<string, TemplateValue>);
    });
    const days = [...new Set(this.across.map(({ period_end: day }) => day))].toSorted();
    return { lines, quarters: days.map(quarterWords) };
  }

  private named({ project_id, guide_year, form_id, indicator_key: key }: Progress): Named {
    const cell = this.cells.get(join(guide_year, form_id, key));
    if (cell) return { cell, label: cell.label, unit: unitOfCell(cell)?.name.zh ?? null };
    const own = this.own.get(join(project_id, form_id, key));
    return { cell: null, label: own?.own_name ?? key, unit: own?.own_unit ?? null };
  }

  private value(
    { cell, unit }: Named,
    { actual_number: number, actual_text: text }: Progress,
  ): TemplateValue {
    const value: IndicatorValue = { number, text };
    return shownValue(cell, value, unit);
  }

  private line(row: Progress, said: InputLine): ProjectLine[] {
    const project = this.projects.get(row.project_id);
    if (!project) return [];
    const { label, unit } = this.named(row);
    const { project_id, recipient_name, name } = project;
    const head = { project_id, recipient_name, name, form_id: `附件${row.form_id}` };
    return [{ project, line: { ...head, indicator_key: label, unit, note: row.note, ...said } }];
  }
}
