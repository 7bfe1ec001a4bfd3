import { datasetNames, type Library } from '$lib/domain/library';
import { countRows, libraryTableNames, type LibraryRows, type Row } from '$lib/domain/tables';
import type { PackageAbout } from './describe-package';
import { exampleParts } from './example-parts';
import { hashRows } from './hash-rows';
import { addedTables } from './table-columns';

/** A small library with one row of each kind, and cells that are hard to write, for the tests of this folder. */

export const exampleAbout: PackageAbout = {
  name: 'example',
  title: { zh: '示例', en: 'Example' },
  description: { zh: '用于测试', en: 'For tests' },
  sources: [{ title: 'made for tests' }],
  licences: [
    { name: 'CC0-1.0', title: 'CC0 1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  ],
};

export const exampleProject: Row<'project'> = {
  project_id: 'P2',
  guide_year: 2023,
  category_id: 'guides/2023/green-upgrade',
  variant_id: null,
  name: '演示项目·“节能”, 改造\r\n二期',
  recipient_name: '演示企业0002（常州）',
  recipient_code: null,
  address: '=cmd|演示',
  industry: "'-演示行业",
  revenue_fen: 123_456_789,
  tax_paid_fen: 0,
  profit_fen: -5_000_001,
  city_adcode: '320400',
  county_adcode: '320412',
  reports_directly: false,
  in_cluster: true,
  cluster_id: 'high-end-equipment',
  total_investment_fen: 9_007_199_254_740_991,
  fixed_asset_investment_fen: null,
  start_date: '2022-02-28',
  end_date: '2024-02-29',
  requested_fen: 1_000_000,
  subsidy_base_fen: null,
  ceiling_fen: null,
  status: 'awarded',
  submitted_on: '2022-08-01',
  awarded_on: '2023-11-20',
  award_fen: 1_000_000,
  accepted_on: null,
  terminated_on: null,
  source_file_id: 'f1',
  source_sheet: null,
  source_row: 7,
};

const unsortedRows = (): LibraryRows => {
  const origin = { source_file_id: 'f1', source_sheet: null, source_row: null };
  return {
    ...exampleParts(),
    project: [{ ...exampleProject, project_id: 'P1', in_cluster: null, cluster_id: null }, exampleProject],
    appropriation: [
      {
        guide_year: 2023,
        category_id: 'guides/2023/green-upgrade',
        amount_fen: 60_000_000_000,
        period_start: '2023-10-01',
        period_end: '2027-09-30',
        ...origin,
      },
    ],
    tranche: [
      {
        project_id: 'P2',
        sequence: 1,
        kind: 'first',
        planned_fen: 500_000,
        planned_on: '2024-01-10',
        ...origin,
      },
      {
        project_id: 'P2',
        sequence: 2,
        kind: 'final',
        planned_fen: 500_000,
        planned_on: '2024-09-10',
        ...origin,
      },
    ],
    disbursement: [{ project_id: 'P2', sequence: 1, paid_fen: 500_000, paid_on: '2024-01-15', ...origin }],
    sub_quota_member: [{ project_id: 'P2', sub_quota_id: 'green-upgrade/part', state: 'member' }],
    source_file: [
      {
        file_id: 'f1',
        name: '演示.csv',
        sha256: '0'.repeat(64),
        size_bytes: 10,
        kind: 'package',
        region_text: null,
        compiled_on: null,
        rows_read: 2,
        rows_loaded: 2,
      },
    ],
  };
};

/** Tables in the order of their definitions, as every reader gives them out. */
export const exampleRows = (): LibraryRows => {
  const rows = unsortedRows();
  return Object.fromEntries(libraryTableNames.map((table) => [table, rows[table]])) as LibraryRows;
};

/** The rows of the tables that every package has had from the beginning. */
export const firstRows = (): LibraryRows => {
  const rows = exampleRows();
  for (const table of addedTables) rows[table].length = 0;
  return rows;
};

export function exampleLibrary(rows: LibraryRows = exampleRows()): Library {
  return {
    meta: {
      kind: 'own',
      hash: hashRows(rows),
      asOf: '2026-09-30',
      loadedAt: '2026-10-08T09:12:00.000Z',
      datasets: [...datasetNames],
      guideYears: [2023],
      counts: countRows(rows),
    },
    rows,
  };
}
