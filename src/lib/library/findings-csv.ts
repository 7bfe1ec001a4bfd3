import type { Finding } from '$lib/domain/finding';

/** What begins like a formula would be run by a spreadsheet: a quotation mark in front makes it text. */
const formulaStart = /^[=+\-@\t\r]/;

const byteOrderMark = '\ufeff';

function cell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of csv: cells quoted where needed, formulas neutralised. */
export const csvLine = (cells: readonly string[]): string => cells.map(cell).join(',');

export interface FindingsCsvText {
  /** Column heads: file, sheet, cell, row, severity, code, sentence, found, expected, fix. */
  heads: readonly string[];
  severity: (finding: Finding) => string;
  sentence: (finding: Finding) => string;
}

/**
 * The findings as a csv that spreadsheets open with Chinese intact (byte order mark, CRLF), for the sender of
 * the files. Words come from the page, which knows the language.
 */
export function findingsCsv(findings: readonly Finding[], text: FindingsCsvText): string {
  const lines = findings.map((finding) =>
    csvLine([
      finding.file,
      finding.sheet ?? '',
      finding.cell ?? '',
      finding.row === null ? '' : String(finding.row),
      text.severity(finding),
      finding.code,
      text.sentence(finding),
      finding.found ?? '',
      finding.expected ?? '',
      finding.fix ?? '',
    ]),
  );
  return `${byteOrderMark}${[csvLine(text.heads), ...lines].join('\r\n')}\r\n`;
}
