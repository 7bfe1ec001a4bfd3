import { isIsoDate } from '$lib/domain/calendar';
import type { ColumnType } from '$lib/domain/tables';
import type { CellValue } from './table-columns';

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, and loses it on the way in.
 * A text that already begins with apostrophes before such a sign gets one more, so that nothing is lost.
 */
const formulaLike = /^'*[=+\-@\t\r]/;
const guardedText = /^'+[=+\-@\t\r]/;

const guard = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);
const unguard = (text: string): string => (guardedText.test(text) ? text.slice(1) : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const wholeNumber = /^-?\d{1,16}$/;
const decimalNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A form that a column's cells must have, for messages. */
export const cellExamples: Record<ColumnType, string> = {
  text: '演示企业0001（南京）',
  integer: '2023',
  fen: '1234500 (分)',
  decimal: '0.75',
  date: '2026-09-30',
  boolean: 'true / false',
};

// Half of a pair of UTF-16 units has no UTF-8 form: it would come back as another sign. Almost no text has any.
const anyHalf = /[\ud800-\udfff]/;
const loneHalf = /\p{Surrogate}/u;
const isWhole = (text: string): boolean => !anyHalf.test(text) || !loneHalf.test(text);

/** True when the value may stand in a column of this type; a missing value (null) is not asked about here. */
export function fitsType(type: ColumnType, value: Exclude<CellValue, null>): boolean {
  if (type === 'text') return typeof value === 'string' && value !== '' && isWhole(value);
  if (type === 'date') return typeof value === 'string' && isIsoDate(value);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'decimal') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** The cell as it stands in a CSV file (RFC 4180, quoted where needed); missing is empty. */
export function cellToText(type: ColumnType, value: CellValue): string {
  if (value === null) return '';
  return type === 'text' ? quoted(guard(String(value))) : String(value);
}

/** The value of a cell that is not empty, or undefined when the text does not fit the column's type. */
export function cellFromText(type: ColumnType, text: string): Exclude<CellValue, null> | undefined {
  switch (type) {
    case 'text':
      return unguard(text);
    case 'date':
      return isIsoDate(text) ? text : undefined;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'decimal':
      return decimalNumber.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    default:
      return wholeNumber.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
  }
}
