import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';
import type { TableRow } from '../package/table-columns';
import { awardsOf, terminationsOf } from './input-rows';

/**
 * Columns of `project` that no official table has. Ceiling and sub-quotas the reader computes anew; the status follows
 * from awards, payments, acceptances and endings, so that steps which none of them tells (评审、推荐、未立项) are lost;
 * 申报日期 is one for a whole sheet (汇总时间); codes and bases stand in documents of their own.
 */
export const notCarried = [
  'recipient_code',
  'subsidy_base_fen',
  'ceiling_fen',
  'status',
  'submitted_on',
] as const satisfies readonly (keyof Row<'project'>)[];

/** Tables of which the official ones carry every column but the origin. */
export const carriedTables = [
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

const noOrigin = { source_file_id: '', source_sheet: null, source_row: null };

/** Only what the library says, not where it was read. */
const withoutOrigin = <T extends TableRow>(rows: readonly T[]) =>
  rows.map((row) => ({ ...row, ...noOrigin }));

const carriedProject = (project: Row<'project'>): Row<'project'> => ({
  ...project,
  ...noOrigin,
  recipient_code: null,
  subsidy_base_fen: null,
  ceiling_fen: null,
  status: '',
  submitted_on: null,
});

/** One cell holds the value: a number without the names of what it counts, which packages keep beside it. */
const numberAlone = (row: Row<'platform_metric'>): Row<'platform_metric'> =>
  row.value_number === null ? row : { ...row, value_text: null };

/**
 * A library reduced to what its official workbooks can carry: with it two libraries are held against each other
 * (`hashRows`) before and after a round trip. Awards and endings that only a project's own columns tell are rows here.
 */
export function carriedRows(rows: LibraryRows): LibraryRows {
  return {
    ...emptyLibrary(),
    ...Object.fromEntries(carriedTables.map((table) => [table, withoutOrigin<TableRow>(rows[table])])),
    project: rows.project.map(carriedProject),
    // The notice's list has no day of reporting.
    platform: withoutOrigin(rows.platform.map((row) => ({ ...row, reported_on: null }))),
    platform_metric: withoutOrigin(rows.platform_metric.map(numberAlone)),
    award: withoutOrigin(awardsOf(rows)),
    termination: withoutOrigin(terminationsOf(rows)),
    // Some libraries also say for which parts of the quota a project does not count.
    sub_quota_member: rows.sub_quota_member.filter(({ state }) => state !== 'out'),
  };
}
