import { createHash } from 'node:crypto';
import type { LibraryMeta } from '$lib/domain/library';
import { datasetNames } from '$lib/domain/library';
import type { LibraryRows, LibraryTableName, Row } from '$lib/domain/tables';
import type { TableRow } from '$lib/library/package/table-columns';
import { inOrder } from '$lib/library/package/write-package';
import type { TableDigest } from './csv-table';
import { sampleAsOf, yearDemo } from './parameters';
import { sampleFileId } from './project-rows';

/** Tables whose rows name their place in the package, in the order in which the source file's hash takes them. */
export const shortTables = [
  'project',
  'appropriation',
  'tranche',
  'disbursement',
  'recovery',
  'acceptance',
] as const;

/** Puts the short tables in the order of the package and gives each row its number there, the header being row 1. */
export function numberRows(rows: LibraryRows): LibraryRows {
  const numbered = <T extends TableRow & { source_row: number | null }>(
    table: LibraryTableName,
    list: readonly T[],
  ): T[] => inOrder(table, list).map((row, index) => ({ ...row, source_row: index + 2 }));
  return {
    ...rows,
    project: numbered('project', rows.project),
    appropriation: numbered('appropriation', rows.appropriation),
    tranche: numbered('tranche', rows.tranche),
    disbursement: numbered('disbursement', rows.disbursement),
    recovery: numbered('recovery', rows.recovery),
    acceptance: numbered('acceptance', rows.acceptance),
    sub_quota_member: inOrder('sub_quota_member', rows.sub_quota_member),
  };
}

/** The source file that every row names: the tables of the package, taken together. */
export function sourceFileRow(digests: readonly TableDigest[]): Row<'source_file'> {
  const hash = createHash('sha256');
  for (const { table, sha256 } of digests) hash.update(`${table} ${sha256}\n`);
  const count = digests.reduce((sum, { rows }) => sum + rows, 0);
  return {
    file_id: sampleFileId,
    name: '演示数据包',
    sha256: hash.digest('hex'),
    size_bytes: digests.reduce((sum, { bytes }) => sum + bytes, 0),
    kind: 'package',
    region_text: '江苏省（演示）',
    compiled_on: sampleAsOf,
    rows_read: count,
    rows_loaded: count,
  };
}

export const sampleMeta = (hash: string, counts: LibraryMeta['counts']): LibraryMeta => ({
  kind: 'sample',
  hash,
  asOf: sampleAsOf,
  loadedAt: null,
  datasets: [...datasetNames],
  guideYears: yearDemo.map(({ guideYear }) => guideYear),
  counts,
});
