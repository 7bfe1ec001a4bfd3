import type { Finding } from '$lib/domain/finding';
import type { Row } from '$lib/domain/tables';
import type { QuarantinedRow } from '../import-result';
import type { OwnLibrary } from '../merge-library';

/** A row of a sender's sheet in which something was found: it waits, or it is loaded all the same. */
export interface FaultyRow {
  row: number;
  waiting: QuarantinedRow | null;
  project: Row<'project'> | null;
  findings: Finding[];
}

/** A sheet of a file with its faulty rows in their order. */
export interface FaultySheet {
  file: string;
  sheet: string | null;
  rows: FaultyRow[];
}

const placeKey = (file: string, sheet: string | null, row: number): string =>
  [file, sheet ?? '', row].join('\u001f');

/** Of the rows of a table; those of forms and of sheets that are one form stay in the sender's own form. */
const fitsTable = ({ reading }: QuarantinedRow): boolean =>
  reading?.kind === 'summary' || (reading?.kind === 'input' && reading.head === undefined);

interface RowIndex {
  waiting: Map<string, QuarantinedRow>;
  projects: Map<string, Row<'project'>>;
}

function rowsByPlace({ library: { rows }, quarantine }: OwnLibrary): RowIndex {
  const files = new Map(rows.source_file.map(({ file_id: id, name }) => [id, name]));
  const waiting = quarantine
    .filter(fitsTable)
    .map((row): [string, QuarantinedRow] => [placeKey(row.file, row.sheet, row.row), row]);
  const projects = rows.project.flatMap((project): [string, Row<'project'>][] => {
    const { source_file_id: id, source_sheet: sheet, source_row: row } = project;
    return row === null ? [] : [[placeKey(files.get(id) ?? '', sheet, row), project]];
  });
  return { waiting: new Map(waiting), projects: new Map(projects) };
}

/** Finds the rows that findings speak of; notes alone make no row faulty. */
export class FaultyRows {
  private readonly index: RowIndex;

  constructor(own: OwnLibrary) {
    this.index = rowsByPlace(own);
  }

  /** Sheets in the order of the findings. */
  of(findings: readonly Finding[]): FaultySheet[] {
    const sheets = new Map<string, FaultySheet>();
    const rows = new Map<string, FaultyRow>();
    for (const finding of findings) {
      if (finding.row === null || finding.severity === 'note') continue;
      const key = placeKey(finding.file, finding.sheet, finding.row);
      const known = rows.get(key);
      if (known) {
        known.findings.push(finding);
        continue;
      }
      const waiting = this.index.waiting.get(key) ?? null;
      const project = this.index.projects.get(key) ?? null;
      if (!waiting && !project) continue;
      const faulty = { row: finding.row, waiting, project, findings: [finding] };
      rows.set(key, faulty);
      const { file, sheet } = finding;
      const place = placeKey(file, sheet, 0);
      const group = sheets.get(place) ?? { file, sheet, rows: [] };
      group.rows.push(faulty);
      sheets.set(place, group);
    }
    return [...sheets.values()].map((group) => ({
      ...group,
      rows: group.rows.toSorted((a, b) => a.row - b.row),
    }));
  }
}
