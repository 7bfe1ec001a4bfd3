import type { IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import type { LibraryRows, Row } from '$lib/domain/tables';
import { noCluster, unknownCluster } from '../filter-defaults';
import type { AwardedRow, ReportedRow } from './goal-sql';
import { goalsOf, type GoalRules, type ProjectGoals } from './project-goals';

type Report = Row<'progress'>;

const cellKey = (row: { project_id: string; guide_year: number; form_id: string; indicator_key: string }) =>
  JSON.stringify([row.project_id, row.guide_year, row.form_id, row.indicator_key]);

function paidBy(rows: readonly Row<'disbursement'>[], asOf: IsoDate): Map<string, Fen> {
  const paid = new Map<string, Fen>();
  for (const { project_id: id, paid_fen: amount, paid_on: day } of rows)
    if (day <= asOf) paid.set(id, (paid.get(id) ?? 0) + amount);
  return paid;
}

const clusterKeyOf = ({ cluster_id: cluster, in_cluster: inCluster }: Row<'project'>): string =>
  cluster ?? (inCluster === false ? noCluster : unknownCluster);

function awardedRow(
  project: Row<'project'>,
  areas: ReadonlyMap<string, string>,
  paid: Fen,
  asOf: IsoDate,
): AwardedRow {
  const { status, terminated_on: ended } = project;
  return {
    project_id: project.project_id,
    name: project.name,
    recipient_name: project.recipient_name,
    guide_year: project.guide_year,
    area_id: areas.get(project.category_id) ?? null,
    category_id: project.category_id,
    variant_id: project.variant_id,
    place_adcode: (project.reports_directly ? project.county_adcode : null) ?? project.city_adcode,
    cluster_key: clusterKeyOf(project),
    awarded_on: project.awarded_on,
    award_fen: project.award_fen,
    paid_fen: paid,
    start_date: project.start_date,
    end_date: project.end_date,
    is_terminated: ended === null ? status === 'terminated' || status === 'recovered' : ended <= asOf,
  };
}

/** Latest report of each cell for a period that ended by the day; a blank one does not hide an earlier value. */
function latestReports(rows: readonly Report[], asOf: IsoDate): Map<string, Report> {
  const latest = new Map<string, Report>();
  for (const row of rows) {
    if (row.period_end > asOf || (row.actual_number === null && row.actual_text === null)) continue;
    const key = cellKey(row);
    if (row.period_end >= (latest.get(key)?.period_end ?? '')) latest.set(key, row);
  }
  return latest;
}

const goalRow = (target: Row<'target'>, report: Report | undefined): ReportedRow => ({
  project_id: target.project_id,
  guide_year: target.guide_year,
  form_id: target.form_id,
  indicator_key: target.indicator_key,
  own_name: target.own_name,
  own_unit: target.own_unit,
  target_number: target.target_number,
  target_text: target.target_text,
  actual_number: report?.actual_number ?? null,
  actual_text: report?.actual_text ?? null,
  period_end: report?.period_end ?? null,
});

/**
 * Goals of every awarded project of a library that no engine holds, such as a snapshot: what `loadGoals` gives for
 * open filters. A test holds the two equal.
 * @param areaOf area of each category, by its id
 */
export function goalsFromRows(
  rows: LibraryRows,
  rules: GoalRules,
  areaOf: ReadonlyMap<string, string>,
): ProjectGoals[] {
  const { asOf } = rules;
  const paid = paidBy(rows.disbursement, asOf);
  const reports = latestReports(rows.progress, asOf);
  const projects = rows.project
    .filter(({ awarded_on: day }) => day !== null && day <= asOf)
    .map((project) => awardedRow(project, areaOf, paid.get(project.project_id) ?? 0, asOf));
  return goalsOf(
    projects,
    rows.target.map((target) => goalRow(target, reports.get(cellKey(target)))),
    rules,
  );
}
