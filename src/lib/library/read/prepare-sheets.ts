import type { ImportLimits } from '../import-limits';
import { RefusalError } from '../refusal';
import type { Parts } from './inflate-parts';

const cellPattern = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*?(\/?)>/g;
const errorCell = /(<(?:\w+:)?c\b[^>]*?\bt=")e(")/g;
const uncalculated =
  /<((?:\w+:)?c)\b((?:(?!\bt="str")[^>])*?)>\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>)?\s*<\/\1>/g;

/** What the rows of a sheet would take when every row is as wide as the widest. */
function gridOf(sheetXml: string): { rows: number; cells: number } {
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', row = '0', closed] of sheetXml.matchAll(cellPattern)) {
    if (closed) continue;
    rows = Math.max(rows, Number(row));
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    columns = Math.max(columns, column);
  }
  return { rows, cells: rows * columns };
}

/**
 * The reading library gives cells with an error, and formulas that were never calculated, as empty cells: an
 * amount would vanish without a word. As texts (#REF!, #CALC!) they stay visible and become findings.
 */
function withVisibleErrors(sheetXml: string): string {
  return sheetXml
    .replace(errorCell, '$1str$2')
    .replace(uncalculated, (_, tag: string, attributes: string) => {
      const rest = attributes.replace(/\s*\bt="[^"]*"/, '');
      return `<${tag}${rest} t="str"><v>#CALC!</v></${tag}>`;
    });
}

/**
 * Looks at the sheets before they are read: refuses what would fill the memory, makes errors visible.
 * @throws RefusalError `too_many_rows`
 */
export function prepareSheets(parts: Parts, limits: ImportLimits): Parts {
  const prepared: Parts = { ...parts };
  for (const [path, bytes] of Object.entries(parts)) {
    if (!path.startsWith('xl/worksheets/')) continue;
    const xml = new TextDecoder().decode(bytes);
    const { rows, cells } = gridOf(xml);
    if (rows > limits.mostRows || cells > limits.mostGridCells) {
      throw new RefusalError('too_many_rows', { found: String(rows), limit: String(limits.mostRows) });
    }
    const visible = withVisibleErrors(xml);
    if (visible !== xml) prepared[path] = new TextEncoder().encode(visible);
  }
  return prepared;
}
