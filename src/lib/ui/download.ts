/** Saving what the portal made. Nothing leaves the machine: the browser writes the file itself. */

/** A cell of a table to be written: numbers stay numbers, null an empty cell. */
export type CsvCell = string | number | boolean | null;

/**
 * Cells that a spreadsheet would run as a formula: = + - @ and their full-width twins, tab, line breaks.
 * An apostrophe in front makes them text again; numbers are written bare and need none.
 */
const runsAsFormula = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;

/** Text that no spreadsheet takes for a formula. */
export const neutralise = (text: string): string => (runsAsFormula.test(text) ? `'${text}` : text);

function csvField(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = neutralise(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV in UTF-8 with a byte order mark, which is how Excel recognises Chinese text. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  '\uFEFF' + rows.map((row) => row.map(csvField).join(',') + '\r\n').join('');

/** A file name from parts, without the signs that Windows forbids; at most 120 characters before the dot. */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .map((part) => part.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim())
    .filter(Boolean)
    .join('_')
    .slice(0, 120);
  return `${stem || 'fundlens'}.${extension}`;
}

/** Offers a blob to be saved under a name. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves text; the type is that of the file, such as "text/csv". */
export const saveText = (name: string, text: string, type: string): void =>
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Saves rows as CSV. */
export const saveCsv = (name: string, rows: readonly (readonly CsvCell[])[]): void =>
  saveText(name, csvText(rows), 'text/csv');
