/** A sheet of a findings workbook, as data: tests and the writer of workbooks read the same. */

export interface BookCell {
  value: string | number | null;
  /** How it stands there: a head, a cell with an error or a warning, the words beside a row, or a quiet line. */
  look?: 'title' | 'head' | 'error' | 'warning' | 'words' | 'quiet';
}

export interface BookSheet {
  /** 31 letters at most, different from all others of the book. */
  name: string;
  /** Widths of the columns, in letters. */
  widths: number[];
  /** Rows above this one stay in sight. */
  frozenRows: number;
  rows: BookCell[][];
}

const longestName = 31;

/** Names that a workbook takes: without forbidden signs, not too long, no two the same whatever their case. */
export function distinctSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((text) => {
    const bare =
      text
        .replace(/[\\/?*[\]:]/g, '·')
        .replace(/^'+|'+$/g, '')
        .trim() || '—';
    let name = bare.slice(0, longestName);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const end = `（${count}）`;
      name = `${bare.slice(0, longestName - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
