/** Something an analyst must know about a file: where it stands, what was found, what was expected. */
export type Severity = 'error' | 'warning' | 'note';

export interface FindingPlace {
  file: string;
  sheet: string | null;
  /** A1-style address, such as "F17"; a whole row is "17:17"; null when the whole file is meant. */
  cell: string | null;
  row: number | null;
}

export interface Finding extends FindingPlace {
  /** Names the kind of fault; its sentence stands in the messages as `finding_CODE`. */
  code: string;
  severity: Severity;
  /** The column's label key (a column of `project`), when the fault lies in one cell. */
  column: string | null;
  /** As it stands in the file, shortened to 80 characters. */
  found: string | null;
  /** What was expected, as parameters for the message. */
  expected: string | null;
  /** The value the reader took instead, where a safe fix was made (trimmed, unit converted…). */
  fix: string | null;
}
