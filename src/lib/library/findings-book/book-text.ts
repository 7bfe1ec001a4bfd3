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
  severity: (finding: Finding) => string;
  sentence: (finding: Finding) => string;
}
