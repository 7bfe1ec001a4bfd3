/** A printed form as data: the writers of workbooks and of documents read the same cells. */

export interface GridCell {
  value: string | number | null;
  /** Columns and rows that it reaches over; 1 unless given. */
  across?: number;
  down?: number;
  /** A heading of the form, or what is filled in. */
  look?: 'head' | 'sum';
  align?: 'left' | 'center';
  /** Number format of a spreadsheet; a document shows the same. */
  format?: '0.00' | '0.00%';
}

/** The cells that begin in a row, from the left; what a cell above reaches over is left out. */
export type GridRow = GridCell[];

export interface GridTable {
  rows: GridRow[];
  /** Rows at its top that are repeated on every page. */
  repeated: number;
}

export interface GridSheet {
  /** Of the sheet in a workbook: at most 31 signs. */
  name: string;
  title: string;
  subtitle: string;
  /** Widths of the columns, in letters. */
  widths: number[];
  tables: GridTable[];
  /** What a reader must know: day, variant, scope, kind of data. */
  remarks: string[];
  landscape: boolean;
}

/** A cell with the column that it begins in. */
export interface PlacedCell {
  cell: GridCell;
  column: number;
}

/**
 * The column of every cell, row by row.
 * @throws RangeError where a row has more cells than columns are free.
 */
export function placeCells({ rows }: GridTable, columns: number): PlacedCell[][] {
  // Of each column: how many rows from here on are covered by a cell above.
  let covered = Array<number>(columns).fill(0);
  return rows.map((row, index) => {
    const next = covered.map((count) => Math.max(0, count - 1));
    let column = 0;
    const placed = row.map((cell): PlacedCell => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const { across = 1, down = 1 } = cell;
      if (column + across > columns) throw new RangeError(`row ${index + 1} has more cells than columns`);
      const place = { cell, column };
      next.fill(down - 1, column, column + across);
      column += across;
      return place;
    });
    covered = next;
    return placed;
  });
}

/** A figure as a document prints it. */
export function shownCell({ value, format }: GridCell): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  return format === '0.00%' ? `${(value * 100).toFixed(2)}%` : value.toFixed(2);
}
