import type { Finding } from '$lib/domain/finding';
import type { LibraryRows, Row } from '$lib/domain/tables';
import { FindingLog } from './check/finding-log';
import type { FindingCode } from './check/finding-codes';
import { columnsOf, primaryKeys, type TableRow } from './package/table-columns';

/** Tables beside `project` whose rows name the file that they come from. */
export const partTables = [
  'appropriation',
  'award',
  'tranche',
  'disbursement',
  'termination',
  'recovery',
  'target_form',
  'target',
  'progress',
  'acceptance',
  'checklist',
  'centre',
  'centre_fact',
  'centre_assessment',
  'centre_report',
  'platform',
  'platform_metric',
] as const;
type PartTable = (typeof partTables)[number];
type PartRows = Pick<LibraryRows, PartTable>;
type PartRow = TableRow & { source_file_id: string; source_sheet: string | null; source_row: number | null };

const originColumns = new Set(['source_file_id', 'source_sheet', 'source_row']);

const textOf = (row: TableRow, names: readonly string[]): string =>
  names.map((name) => String(row[name])).join('\u001f');

/** The row as a finding names it. */
const saidIn = (row: TableRow, names: readonly string[]): string =>
  names.map((name) => String(row[name])).join(' ');

const contentColumns = (table: PartTable): string[] =>
  columnsOf(table)
    .map(([name]) => name)
    .filter((name) => !originColumns.has(name));

/** What makes two rows the same thing: the table's key, or everything that the row says. */
const identityColumns = (table: PartTable): readonly string[] => {
  // Two dates are two decisions; the same date said again is the same one.
  if (table === 'acceptance') return ['project_id', 'accepted_on'];
  return primaryKeys[table] ?? contentColumns(table);
};

export interface PartsMerge {
  old: LibraryRows;
  fresh: LibraryRows;
  /** Files whose rows are read again. */
  goneFiles: ReadonlySet<string>;
  /** Projects of the merged library. */
  projectIds: ReadonlySet<string>;
}

/** Merges tables one by one and names what was replaced or left behind. */
class PartsMerger {
  readonly findings: Finding[] = [];
  private readonly names: Map<string, string>;

  constructor(private readonly merge: PartsMerge) {
    const files = [...merge.old.source_file, ...merge.fresh.source_file];
    this.names = new Map(files.map((file) => [file.file_id, file.name]));
  }

  private note(code: FindingCode, row: PartRow, found: string, expected: string | null): void {
    const log = new FindingLog(this.names.get(row.source_file_id) ?? '', row.source_sheet);
    const place = row.source_row === null ? {} : { row: row.source_row - 1 };
    this.findings.push(log.add(code, { ...place, found, expected }));
  }

  private placeOf(row: PartRow): string {
    return [this.names.get(row.source_file_id), row.source_sheet, row.source_row]
      .filter((part) => part !== null && part !== undefined)
      .join(' · ');
  }

  /** Rows that stay, and those of the import. Rows that were said again with another value are named. */
  table<R extends PartRow>(table: PartTable, old: readonly R[], fresh: readonly R[]): R[] {
    const identity = identityColumns(table);
    const content = contentColumns(table);
    const again = new Map(fresh.map((row) => [textOf(row, identity), row]));
    const kept = old.filter((row) => {
      if (this.merge.goneFiles.has(row.source_file_id)) return false;
      const newer = again.get(textOf(row, identity));
      if (newer) {
        if (textOf(newer, content) !== textOf(row, content))
          this.note('earlier_row_replaced', newer, saidIn(row, identity), this.placeOf(row));
        return false;
      }
      const id = row['project_id'];
      if (typeof id !== 'string' || this.merge.projectIds.has(id)) return true;
      this.note('part_without_project', row, id, null);
      return false;
    });
    return kept.concat(fresh);
  }
}

/**
 * Joins the rows that belong to projects and categories: a file that is read again replaces its rows, the same
 * thing said by another file is replaced by the newer row, and rows whose project has left go with a finding.
 */
export function mergeParts(merge: PartsMerge): { rows: PartRows; findings: Finding[] } {
  const merger = new PartsMerger(merge);
  const { old, fresh } = merge;
  const merged = <T extends PartTable>(table: T): LibraryRows[T] => {
    const before: readonly PartRow[] = old[table];
    return merger.table(table, before, fresh[table]) as LibraryRows[T];
  };
  const rows = Object.fromEntries(partTables.map((table) => [table, merged(table)])) as PartRows;
  return { rows, findings: merger.findings };
}

/** Rows of a form, report or award that is counted itself. */
const insideForm: ReadonlySet<PartTable> = new Set<PartTable>([
  'tranche',
  'target',
  'centre_fact',
  'platform_metric',
]);

/** Rows of a library that name a file, by that file: what of it is loaded. */
export function loadedByFile(rows: LibraryRows): Map<string, number> {
  const loaded = new Map<string, number>();
  const tables: readonly (readonly Pick<Row<'project'>, 'source_file_id'>[])[] = [
    rows.project,
    ...partTables.filter((table) => !insideForm.has(table)).map((table) => rows[table]),
  ];
  for (const { source_file_id: id } of tables.flat()) loaded.set(id, (loaded.get(id) ?? 0) + 1);
  return loaded;
}
