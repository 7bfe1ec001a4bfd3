import type { IsoDate } from '$lib/domain/calendar';
import { libraryTables } from '$lib/domain/tables';
import type { Fragment } from '../sql/fragment';
import { raw, sql } from '../sql/fragment';
import type { KeptTables } from '../sql/scoped';

const projectColumns = Object.keys(libraryTables.project)
  .map((name) => `p.${name}`)
  .join(', ');

/** The row of one project as the library holds it. */
export const projectRow = (id: string): Fragment =>
  sql`SELECT ${raw(projectColumns)} FROM project AS p WHERE p.project_id = ${id}`;

/** How one project stood at the end of the day of the kept facts. */
export const projectStanding = ({ facts }: KeptTables, id: string): Fragment => sql`
SELECT f.stage, f.is_application, f.is_awarded, f.is_terminated, f.place_adcode, f.cluster_key, f.award_fen,
  f.paid_fen, f.unpaid_fen, f.recovered_fen
FROM ${raw(facts)} AS f
WHERE f.fact = 'project' AND f.project_id = ${id}`;

/** The file that the project was read from. */
export const projectFile = (id: string): Fragment => sql`
SELECT o.name, o.kind, o.compiled_on
FROM project AS p
JOIN source_file AS o ON o.file_id = p.source_file_id
WHERE p.project_id = ${id}`;

/** Planned payments, also those that are still to come. */
export const plannedPayments = (id: string): Fragment => sql`
SELECT t.sequence, t.kind, t.planned_fen, t.planned_on
FROM tranche AS t WHERE t.project_id = ${id} ORDER BY t.sequence, t.planned_on`;

/** Payments up to the day. */
export const madePayments = (id: string, asOf: IsoDate): Fragment => sql`
SELECT d.sequence, d.paid_fen, d.paid_on, d.source_sheet, d.source_row,
  COALESCE(o.name, d.source_file_id) AS file_name
FROM disbursement AS d
LEFT JOIN source_file AS o ON o.file_id = d.source_file_id
WHERE d.project_id = ${id} AND d.paid_on <= CAST(${asOf} AS DATE) ORDER BY d.paid_on, d.sequence`;

/** Money that came back up to the day. */
export const madeRecoveries = (id: string, asOf: IsoDate): Fragment => sql`
SELECT r.recovered_fen, r.recovered_on
FROM recovery AS r
WHERE r.project_id = ${id} AND r.recovered_on <= CAST(${asOf} AS DATE) ORDER BY r.recovered_on`;

const neighbourLimit = 100;

/** Other projects of the same applicant, of all years: by credit code where both have one, else by name. */
export const neighbourRows = ({ facts }: KeptTables, id: string): Fragment => sql`
SELECT p.project_id, p.name, p.guide_year, p.category_id, f.stage, f.place_adcode, f.requested_fen, f.award_fen
FROM project AS me
JOIN project AS p ON p.project_id <> me.project_id AND (
  p.recipient_code = me.recipient_code
  OR (p.recipient_name = me.recipient_name AND (p.recipient_code IS NULL OR me.recipient_code IS NULL))
)
JOIN ${raw(facts)} AS f ON f.fact = 'project' AND f.project_id = p.project_id
WHERE me.project_id = ${id} AND f.is_application
ORDER BY p.guide_year DESC, p.project_id
LIMIT ${neighbourLimit}`;
