import type { InputColumn, InputTable } from '$lib/policy/inputs/input-table';
import type { FindingLog } from '../check/finding-log';
import { cellText, isBlank, type CellValue, type SheetCells } from '../read/cells';
import type { FoundHeader } from '../recognise/find-header';
import { readDate } from '../values/date';
import { halfWidth, isMissing, tidied } from '../values/text';
import { factNamed } from './fact-value';

/** The check of authenticity as 附件4 prints it: one project a sheet, named above the items, dated below them. */

/** A value that stands once for all rows of a sheet. */
export interface HeadValue {
  text: string;
  row: number;
  index: number;
}

export interface ChecklistForm {
  head: Map<string, HeadValue>;
  /** Rows of items that were answered or must be. */
  rows: number[];
}

/** A form is one page; long tables are not searched for its lines. */
const longestForm = 100;
const conclusionLabel = '核查结论与建议';
const labels: readonly [field: string, words: RegExp][] = [
  ['project_id', /^项目编号$/],
  ['recipient_name', /^申报主体$|^承担单位$|^申报单位$/],
  ['name', /^项目名称$/],
];
const below = /^核查(?:人员|负责人|日期)/;
const hint = /[(（]可附.*?[)）]/;

const bare = (cell: CellValue): string => halfWidth(cellText(cell)).replace(/[\s:]+/g, '');

/** The value beside a label: what follows in its cell, else the next filled cell. */
function beside(cells: readonly CellValue[], row: number, index: number, label: RegExp): HeadValue | null {
  const own = tidied(halfWidth(cellText(cells[index] ?? null)))
    .replace(label, '')
    .replace(/^\s*:\s*/, '');
  if (own !== '') return { text: own, row, index };
  const at = cells.findIndex((cell, other) => other > index && !isBlank(cell));
  return at < 0 ? null : { text: tidied(cellText(cells[at] ?? null)), row, index: at };
}

function readHead(sheet: SheetCells, top: number): Map<string, HeadValue> {
  const head = new Map<string, HeadValue>();
  for (let row = 0; row < top; row++) {
    for (const [index, cell] of (sheet.rows[row] ?? []).entries()) {
      const field = typeof cell === 'string' && labels.find(([, words]) => words.test(bare(cell)))?.[0];
      const value = field && beside(sheet.rows[row] ?? [], row, index, /^.*$/s);
      if (field && value && !isMissing(value.text)) head.set(field, value);
    }
  }
  return head;
}

/** The day below the items; one that cannot be read is named. */
function readDay(sheet: SheetCells, from: number, log: FindingLog): HeadValue | null {
  for (let row = from; row < sheet.rows.length; row++) {
    const cells = sheet.rows[row] ?? [];
    const index = cells.findIndex((cell) => bare(cell).startsWith('核查日期'));
    if (index < 0) continue;
    const found = beside(cells, row, index, /^\s*核查日期/);
    // The printed form leaves _____年_____月_____日 to be filled in.
    if (!found || !/\d/.test(found.text)) return null;
    const cell = found.index === index ? found.text : (cells[found.index] ?? null);
    const day = readDate(cell, 'end');
    const place = { row, index: found.index, column: 'checked_on', found: found.text };
    if (day.kind === 'fault') log.add(day.code, place);
    if (day.kind !== 'value') return null;
    return { ...found, text: day.value };
  }
  return null;
}

/**
 * The sheet with the conclusion as an item of its own, where it stands in one cell with its label
 * (核查结论与建议：同意入库); any other sheet as it is.
 */
export function withConclusion(sheet: SheetCells): SheetCells {
  if (sheet.rows.length > longestForm) return sheet;
  const row = sheet.rows.findIndex((cells) => cells.some((cell) => bare(cell).startsWith(conclusionLabel)));
  const cells = sheet.rows[row];
  if (!cells) return sheet;
  const index = cells.findIndex((cell) => bare(cell).startsWith(conclusionLabel));
  const value = beside(cells, row, index, new RegExp(`^\\s*${conclusionLabel}\\s*:?\\s*(?:\\(可附.*?\\))?`));
  const text = value?.text.replace(hint, '').trim() ?? '';
  const changed = [...cells];
  changed[index] = conclusionLabel;
  changed[Math.max(index + 1, value?.index ?? 0)] = text === '' ? null : text;
  return { ...sheet, rows: sheet.rows.with(row, changed) };
}

/** Reads project and day of a form, and which of its rows count; null for a sheet that has its projects in columns. */
export function readChecklistForm(
  table: InputTable,
  sheet: SheetCells,
  header: FoundHeader<InputColumn>,
  log: FindingLog,
): ChecklistForm | null {
  const columnOf = (field: string) => header.columns.find(({ column }) => column.field === field)?.index;
  const [item, answer] = [columnOf('item_id'), columnOf('answer')];
  if (table.id !== 'checklists' || item === undefined || answer === undefined) return null;
  if (columnOf('project_id') !== undefined || columnOf('name') !== undefined) return null;
  const head = readHead(sheet, header.top);
  const end = sheet.rows.findIndex(
    (cells, row) => row >= header.firstDataRow && cells.some((cell) => below.test(bare(cell))),
  );
  const last = end < 0 ? sheet.rows.length : end;
  const day = readDay(sheet, header.firstDataRow, log);
  if (day) head.set('checked_on', day);
  const rows: number[] = [];
  for (let row = header.firstDataRow; row < last; row++) {
    const [name, found] = [sheet.rows[row]?.[item] ?? null, sheet.rows[row]?.[answer] ?? null];
    if (isBlank(name) && isBlank(found)) continue;
    if (/^(?:说明|备?注)[:：]/.test(tidied(cellText(name)))) break;
    // What the experts asked, and the conclusion, may be left empty.
    const words = factNamed(table.facts, cellText(name))?.type === 'text';
    if (!words || !isBlank(found)) rows.push(row);
  }
  return { head, rows };
}
