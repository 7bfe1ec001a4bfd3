import type { LibraryRows } from '$lib/domain/tables';
import type { InputTable } from '$lib/policy/inputs/input-table';
import { inputTemplate } from '../templates/input-template';
import type { TemplateSheet } from '../templates/template';
import { projectLines, type ProjectLine } from './input-lines';
import { inputRows } from './input-rows';
import { distinctSheets, grouped, type OfficialBook, type OfficialRules } from './official-book';
import { OfficialNames } from './official-names';
import { ProgressLines } from './progress-lines';

const folder = '其他表格';

export interface BookLayout {
  /** Guide years whose progress has one column for each quarter; the others have one line for each value. */
  wideYears: readonly number[];
}

/** A sheet for each guide year: the year in the title tells projects of one name apart. */
function sheetsOf(
  table: InputTable,
  lines: readonly ProjectLine[],
  across: readonly string[],
): TemplateSheet[] {
  const byYear = grouped(lines, ({ project }) => String(project?.guide_year ?? ''));
  return distinctSheets(
    [...byYear].map(([year, ofYear]) =>
      inputTemplate(
        table,
        ofYear.map(({ line }) => line),
        across.filter((head) => ofYear.some(({ line }) => (line[head] ?? null) !== null)),
        year === '' ? null : Number(year),
      ),
    ),
  );
}

/** The tables beside the summary tables, one workbook for each that has rows. */
export function inputBooks(
  { rulebook, forms, tables }: OfficialRules,
  rows: LibraryRows,
  layout: BookLayout = { wideYears: [] },
): OfficialBook[] {
  const names = new OfficialNames(rulebook);
  const progress = new ProgressLines(forms, rows, layout.wideYears);
  const contents = (table: InputTable): { lines: ProjectLine[]; quarters: string[] } => {
    if (table.id === 'progress') return { lines: progress.long(), quarters: [] };
    if (table.id === 'progress-by-quarter') return progress.wide();
    return { lines: projectLines(table, names, inputRows[table.id](rows), rows), quarters: [] };
  };
  return tables.flatMap((table) => {
    const { lines, quarters } = contents(table);
    if (lines.length === 0) return [];
    return [{ folder, name: `${table.name.zh}.xlsx`, sheets: sheetsOf(table, lines, quarters) }];
  });
}
