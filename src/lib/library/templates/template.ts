/** A sheet of a blank or filled template, as data: tests and the writer of workbooks read the same. */

export type TemplateValue = string | number | null;

export interface TemplateCell {
  value: TemplateValue;
  /** Columns that the cell reaches across, 1 when left out. */
  across?: number;
  /** Rows that the cell reaches down, 1 when left out. */
  down?: number;
  /** Part of the layout, not of what is filled in. */
  label?: boolean;
  /** Numbers of lines, days and short words stand in the middle. */
  centred?: boolean;
  /** Lies under a cell above that reaches down. */
  covered?: boolean;
}

export interface TemplateSheet {
  /** Name of the sheet; 31 letters at most. */
  name: string;
  /** Widths of the columns, in letters. */
  widths: number[];
  rows: TemplateCell[][];
  /** The rows that are ruled as a table, first and last; labels above them are titles. All but the first if left out. */
  ruled?: { from: number; to: number };
}

export const label = (value: string, span: Pick<TemplateCell, 'across' | 'down'> = {}): TemplateCell => ({
  value,
  label: true,
  ...span,
});

export const blank: TemplateCell = { value: null };
export const covered: TemplateCell = { value: null, covered: true };

/** Ruled lines that a blank table offers. */
export const blankLines = 12;

/** A row of empty cells to fill in. */
export const blankRow = (columns: number): TemplateCell[] => Array.from({ length: columns }, () => blank);

/** A name that a sheet may have: without the signs that workbooks forbid, and not too long. */
export const sheetName = (text: string): string => text.replace(/[\\/?*[\]:]/g, '·').slice(0, 31);
