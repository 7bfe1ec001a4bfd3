import type { MoneyUnit } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Rulebook, SummaryColumn, SummaryTable } from '$lib/policy/rulebook';
import { unitName } from '../check/show-value';
import { tablesOfKind } from '../library-meta';
import { headerKey } from '../recognise/header-key';
import type { BookCell, BookSheet } from './book-sheet';
import type { BookText } from './book-text';
import type { FaultyRow, FaultySheet } from './faulty-rows';
import { safeText } from './safe-text';
import { loadedValueIn, waitingValueIn, type CellValue, type WrittenNames } from './table-rows';

/** What a sheet of rows is made from beside the rows. */
export interface TableSource {
  rulebook: Rulebook;
  tables: readonly InputTable[];
  /** `source_file` of the sheet's file; undefined for a file that gave nothing. */
  file: Row<'source_file'> | undefined;
  names: WrittenNames;
  words: BookText;
}

interface SheetColumn {
  field: string;
  head: string;
  kind: SummaryColumn['kind'] | 'other';
  unit: MoneyUnit;
}

const widthOf = ({ kind, field }: SheetColumn): number => {
  if (kind === 'sequence') return 6;
  return kind === 'text' || kind === 'category' || field === 'name' ? 26 : 14;
};
const problemWidth = 56;

/** The first row that waits knows the columns of the sheet; loaded rows only know what their table prints. */
const waitingOf = ({ rows }: FaultySheet) => rows.find(({ waiting }) => waiting)?.waiting ?? null;

function summaryTableOf(sheet: FaultySheet, { rulebook, file }: TableSource): SummaryTable | null {
  const reading = waitingOf(sheet)?.reading;
  if (reading?.kind === 'input') return null;
  const [first] = tablesOfKind(file?.kind ?? '');
  const id = (reading?.kind === 'summary' ? reading.tableId : null) ?? first;
  return rulebook.summaryTables.find((table) => table.id === id) ?? rulebook.summaryTables[0] ?? null;
}

/** Amounts stand in the unit of the sender's column, so its head must name it. */
const headWithUnit = (header: string, unit: MoneyUnit): string =>
  unit === 'wanYuan' || headerKey(header).unit !== null ? header : `${header}（${unitName(unit)}）`;

function columnsOf(sheet: FaultySheet, table: SummaryTable | null): SheetColumn[] {
  const waiting = waitingOf(sheet);
  const kindOf = (field: string) => table?.columns.find((column) => column.field === field)?.kind ?? 'other';
  if (!waiting)
    return (table?.columns ?? []).map(({ field, header, kind, unit }) => ({
      field,
      head: header,
      kind,
      unit: unit ?? 'wanYuan',
    }));
  return waiting.cells.map(({ column: field, header }) => {
    const unit = waiting.reading?.units[field];
    const head = unit === undefined ? header : headWithUnit(header, unit);
    return { field, head, kind: kindOf(field), unit: unit ?? 'wanYuan' };
  });
}

/** Lines above the header, as the reader of the corrected table needs them. */
function titleLines(sheet: FaultySheet, table: SummaryTable | null, source: TableSource): string[] {
  const { file, tables } = source;
  const reading = waitingOf(sheet)?.reading;
  const year = reading?.guideYear ?? table?.guideYear ?? null;
  if (!table) {
    const title = tables.find(({ id }) => reading?.kind === 'input' && id === reading.tableId)?.title ?? '';
    return [year === null || title.includes(String(year)) ? title : `${year}年度${title}`];
  }
  const title = year === null ? table.title : table.title.replace(/20\d{2}(?=年)/, String(year));
  return [
    `附件${table.id} ${title}`,
    `地区：${file?.region_text ?? ''}`,
    `汇总时间：${file?.compiled_on ?? ''}`,
  ];
}

const safe = (value: CellValue): CellValue => (typeof value === 'string' ? safeText(value) : value);

/** The gravest finding of a cell decides how it is marked. */
function lookOf({ findings }: FaultyRow, field: string): BookCell['look'] {
  const here = findings.filter(({ column }) => column === field).map(({ severity }) => severity);
  if (here.includes('error')) return 'error';
  return here.includes('warning') ? 'warning' : undefined;
}

function lineOf(faulty: FaultyRow, columns: readonly SheetColumn[], index: number, source: TableSource) {
  const { waiting, project, findings } = faulty;
  const valueOf = ({ field, kind, unit }: SheetColumn): CellValue => {
    if (kind === 'sequence') return index + 1;
    if (waiting) return waitingValueIn(waiting, field);
    return project && kind !== 'other' ? loadedValueIn(project, { field, kind }, unit, source.names) : null;
  };
  const cells = columns.map((column): BookCell => {
    const look = lookOf(faulty, column.field);
    return { value: safe(valueOf(column)), ...(look ? { look } : {}) };
  });
  const said = findings.map((finding) => source.words.problem(faulty.row, finding)).join('\n');
  return [...cells, { value: safeText(said), look: 'words' } satisfies BookCell];
}

/** A sender's faulty rows under the header of their table, to be corrected and sent back as they are. */
export function tableSheet(sheet: FaultySheet, source: TableSource): Omit<BookSheet, 'name'> {
  const table = summaryTableOf(sheet, source);
  const columns = columnsOf(sheet, table);
  const titles = titleLines(sheet, table, source).map((line): BookCell[] => [{ value: safeText(line) }]);
  const heads = [...columns.map(({ head }) => head), source.words.problemHead];
  return {
    widths: [...columns.map(widthOf), problemWidth],
    frozenRows: titles.length + 1,
    rows: [
      ...titles,
      heads.map((value): BookCell => ({ value: safeText(value), look: 'head' })),
      ...sheet.rows.map((row, index) => lineOf(row, columns, index, source)),
    ],
  };
}
