import type { Finding } from '$lib/domain/finding';

/** Words of a findings workbook, in the language of the page. */
export interface BookText {
  /** Name of the first sheet. */
  listName: string;
  /** Line at the top: whose findings, how many of them errors. */
  title: (sender: string, count: number, errors: number) => string;
  /** How to correct and send back. */
  guide: string;
  /** Mark of invented data, or null. */
  sampleMark: string | null;
  /** No., severity, file, sheet, cell, problem, found, expected, taken instead. */
  heads: readonly string[];
  /** Head of the column beside the rows. */
  problemHead: string;
  /** What is wrong in a row, beside it: the row of the sender's file and the sentence. */
  problem: (row: number, finding: Finding) => string;
  severity: (finding: Finding) => string;
  sentence: (finding: Finding) => string;
}
