import Papa from 'papaparse';
import type { ImportLimits } from '../import-limits';
import { RefusalError } from '../refusal';
import type { SheetCells } from './cells';

const byteOrderMarks: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding: the caller tries the next one.
    return null;
  }
}

/**
 * Text of a file in UTF-8 or UTF-16 (by its byte order mark), in UTF-8 without one, or in GB18030.
 * @throws RefusalError `unknown_encoding` when it is none of them
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encodings = marked ? [marked[0]] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    if (text !== null) return text;
  }
  throw new RefusalError('unknown_encoding');
}

// Control characters other than tab, line feed and carriage return never stand in a table of text.
function hasControlCharacters(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return false;
}

/**
 * Reads comma or tab separated text; every cell is text. Row numbers count records, as a spreadsheet would.
 * @param delimiter where the file's name tells it; else it is guessed
 * @throws RefusalError when the bytes are no text, or there are too many rows
 */
export function readDelimited(
  bytes: Uint8Array,
  limits: ImportLimits,
  delimiter: '\t' | null = null,
): SheetCells[] {
  const text = decodeText(bytes);
  if (hasControlCharacters(text) || /^\s*<(?:!doctype|html|\?xml|table)/i.test(text)) {
    throw new RefusalError('not_a_workbook');
  }
  const rows: (string | null)[][] = [];
  Papa.parse<string[]>(text, {
    ...(delimiter === null ? {} : { delimiter }),
    delimitersToGuess: [',', '\t', ';'],
    step: ({ data }, parser) => {
      rows.push(data.map((cell) => (cell === '' ? null : cell)));
      if (rows.length > limits.mostRows) parser.abort();
    },
  });
  if (rows.length > limits.mostRows) {
    throw new RefusalError('too_many_rows', { found: String(rows.length), limit: String(limits.mostRows) });
  }
  return [{ name: null, hidden: false, rows }];
}
