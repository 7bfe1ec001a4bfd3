import { showIn, type Fen } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import type { ProjectColumns } from '$lib/metrics/projects/project-columns';
import type { CsvCell } from '$lib/ui/download';
import type { ListColumn } from './list-columns';
import type { ListNames } from './list-names';

/** 元 with two decimals as a plain number, so that a spreadsheet can add it up. */
const inYuan = (fen: Fen): number =>
  Number(showIn(fen, 'yuan', 2).replaceAll(',', '').replace('\u2212', '-'));

/**
 * What the table shows as rows of a file: a line that says what it is, a head, then one line a project in the order
 * shown. Money in 元; missing stays empty.
 */
export function listCsv(
  columns: ProjectColumns,
  rows: readonly number[],
  shown: readonly ListColumn[],
  names: ListNames,
  title: string,
): CsvCell[][] {
  const head = shown.map(({ label, kind }) => (kind === 'money' ? `${label()} (${m.unit_yuan()})` : label()));
  const cell = (column: ListColumn, row: number): CsvCell => {
    const value = column.read(columns, row, names);
    return typeof value === 'number' && column.kind === 'money' ? inYuan(value) : value;
  };
  return [[title], head, ...rows.map((row) => shown.map((column) => cell(column, row)))];
}
