import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';

/** Rows for the tests of this folder: one project without a fault, and what may hang on it. */

const place = (row: number) => ({ source_file_id: 'f1', source_sheet: null, source_row: row });
const wan = 1_000_000;

export const aProject = (changes: Partial<Row<'project'>> = {}): Row<'project'> => ({
  project_id: 'p1',
  guide_year: 2023,
  category_id: 'guides/2023/high-end-upgrade',
  variant_id: null,
  name: '演示产线改造项目',
  recipient_name: '演示企业0001（南京）',
  recipient_code: null,
  address: null,
  industry: null,
  revenue_fen: null,
  tax_paid_fen: null,
  profit_fen: null,
  city_adcode: '320100',
  county_adcode: null,
  reports_directly: false,
  in_cluster: null,
  cluster_id: null,
  total_investment_fen: 20_000 * wan,
  fixed_asset_investment_fen: null,
  start_date: '2022-01-01',
  end_date: '2024-06-30',
  requested_fen: 500 * wan,
  subsidy_base_fen: null,
  ceiling_fen: 500 * wan,
  status: 'awarded',
  submitted_on: '2022-11-18',
  awarded_on: '2023-11-20',
  award_fen: 500 * wan,
  accepted_on: null,
  terminated_on: null,
  ...place(6),
  ...changes,
});

export const anotherProject = (changes: Partial<Row<'project'>>): Row<'project'> =>
  aProject({ project_id: 'p2', name: '演示车间建设项目', source_row: 7, ...changes });

export const aPayment = (changes: Partial<Row<'disbursement'>> = {}): Row<'disbursement'> => ({
  project_id: 'p1',
  sequence: 1,
  paid_fen: 250 * wan,
  paid_on: '2024-01-10',
  ...place(2),
  ...changes,
});

export const anAcceptance = (changes: Partial<Row<'acceptance'>> = {}): Row<'acceptance'> => ({
  project_id: 'p1',
  accepted_on: '2025-03-01',
  result: 'passed',
  authority: null,
  note: null,
  ...place(3),
  ...changes,
});

export const aForm = (changes: Partial<Row<'target_form'>> = {}): Row<'target_form'> => ({
  project_id: 'p1',
  guide_year: 2023,
  form_id: '1-1',
  group_ids: null,
  nominator: null,
  start_date: null,
  end_date: null,
  overall_goal: null,
  annual_goal: null,
  ...place(1),
  ...changes,
});

export const aTarget = (changes: Partial<Row<'target'>> = {}): Row<'target'> => ({
  project_id: 'p1',
  guide_year: 2023,
  form_id: '1-1',
  indicator_key: 'new-jobs',
  own_name: null,
  own_unit: null,
  target_number: 100,
  target_text: null,
  annual_number: null,
  annual_text: null,
  ...place(12),
  ...changes,
});

export const aReport = (changes: Partial<Row<'progress'>> = {}): Row<'progress'> => ({
  project_id: 'p1',
  guide_year: 2023,
  form_id: '1-1',
  indicator_key: 'new-jobs',
  period_end: '2024-03-31',
  actual_number: 50,
  actual_text: null,
  note: null,
  ...place(4),
  ...changes,
});

const aFile: Row<'source_file'> = {
  file_id: 'f1',
  name: '演示.csv',
  sha256: '',
  size_bytes: 0,
  kind: 'summary-table-2-1',
  region_text: null,
  compiled_on: null,
  rows_read: 1,
  rows_loaded: 1,
};

/** The rows as a library that came from one file; the project's 项目名称 stands in column I. */
export const libraryOf = (rows: Partial<LibraryRows>): LibraryRows => ({
  ...emptyLibrary(),
  project: [aProject()],
  source_file: [aFile],
  source_column: [{ file_id: 'f1', sheet: null, field: 'name', letter: 'I' }],
  ...rows,
});
