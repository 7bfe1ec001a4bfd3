import type { LibraryRows } from '$lib/domain/tables';
import { descriptorPath } from './describe-package';
import type { PackageFault } from './package-error';
import type { ReadDescriptor } from './read-descriptor';
import { mostFaults } from './read-table';
import { scopeTest } from './scope';
import { projectParts, rowsOf, tableNames } from './table-columns';

type Announced = Pick<ReadDescriptor, 'meta' | 'tables' | 'scope'>;

function checkProjects(rows: LibraryRows, { tables }: Announced, faults: PackageFault[]): void {
  const known = new Set(rows.project.map((row) => row.project_id));
  for (const table of projectParts) {
    const { file, format } = tables[table];
    for (const [index, row] of rowsOf(rows, table).entries()) {
      const id = String(row['project_id']);
      if (known.has(id)) continue;
      if (faults.length >= mostFaults) return;
      const place = { file, row: index + (format === 'csv' ? 2 : 1), column: 'project_id' };
      faults.push({ ...place, code: 'package_unknown_project', found: id, expected: tables.project.file });
    }
  }
}

/** A package of a part must hold that part only, and its library must say that the rest is not known. */
function checkScope(rows: LibraryRows, { meta, scope, tables }: Announced, faults: PackageFault[]): void {
  if (!scope) return;
  const isInside = scopeTest(scope);
  const outside = rows.project.find((row) => !isInside(row));
  if (outside) {
    const place = { file: tables.project.file, column: 'project_id' };
    faults.push({
      ...place,
      code: 'package_outside_scope',
      found: outside.project_id,
      expected: JSON.stringify(scope),
    });
  }
  if (rows.appropriation.length > 0) {
    const found = String(rows.appropriation.length);
    faults.push({ code: 'package_outside_scope', file: tables.appropriation.file, found, expected: '0' });
  }
  if (meta.coverage) return;
  const column = 'fundlens.meta.coverage';
  faults.push({
    code: 'package_bad_descriptor',
    file: descriptorPath,
    column,
    found: null,
    expected: column,
  });
}

/** Counts and hash of the descriptor must be those of the rows: otherwise a file was changed or cut off. */
function checkMeta(
  rows: LibraryRows,
  hash: string,
  { meta, tables }: Announced,
  faults: PackageFault[],
): void {
  for (const table of tableNames) {
    const found = rows[table].length;
    const { file, rows: announced } = tables[table];
    for (const expected of new Set([meta.counts[table], announced ?? meta.counts[table]])) {
      if (found === expected) continue;
      faults.push({ code: 'package_wrong_count', file, found: String(found), expected: String(expected) });
    }
  }
  if (faults.length > 0 || hash === meta.hash) return;
  faults.push({ code: 'package_changed', file: descriptorPath, found: hash, expected: meta.hash });
}

/**
 * Faults between the tables, and between the tables and what the descriptor says of them all.
 * @param hash what `hashRows` gives for the rows
 */
export function libraryFaults(rows: LibraryRows, hash: string, announced: Announced): PackageFault[] {
  const faults: PackageFault[] = [];
  checkProjects(rows, announced, faults);
  checkScope(rows, announced, faults);
  checkMeta(rows, hash, announced, faults);
  return faults;
}
