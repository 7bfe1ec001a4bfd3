/** What a spreadsheet would take for a formula once the cell is edited or saved as text. */
const formulaStart = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;
/** Negative and signed numbers, and the strokes that stand for an empty cell, run nothing. */
const harmless = /^(?:[+-]?[\d,]+(?:\.\d+)?%?|-{1,2})$/;
// Workbooks are XML: what XML forbids would make the whole file unreadable.
const forbidden = /[^\P{Cc}\t\r\n]|[\ufffe\uffff]/gu;
/** The most that a cell holds. */
const longest = 32_767;

/** Text that no spreadsheet runs or chokes on; a quotation mark in front makes a formula text. */
export function safeText(text: string): string {
  const clean = text.replace(forbidden, '').slice(0, longest - 1);
  return formulaStart.test(clean) && !harmless.test(clean) ? `'${clean}` : clean;
}
