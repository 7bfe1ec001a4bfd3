import type { Row } from '$lib/domain/tables';
import type { DeadlineBooks } from '$lib/policy/deadlines/deadline-rules';
import { agreedKinds } from '$lib/policy/deadlines/deadline-rules';
import type { Deadline } from '$lib/policy/deadlines/deadline';
import { centreDeadlines, type CentreFacts } from '$lib/policy/deadlines/centre-deadlines';
import { projectDeadlines } from '$lib/policy/deadlines/project-deadlines';
import { categoryById, guideOf } from '$lib/policy/look-up';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import { centreHoldings, centreParts, centreRows } from '../centres/centre-sql';
import type { MetricsContext, Scope } from '../scope';
import { standingAt } from '../standing';
import { daysLeft, type DeadlineRow } from './deadline-row';
import { failedChecks, owingRows, paidRows, planRows, reportedRows } from './deadline-sql';
import type { CheckRow, OwingRow, PaidRow, PlanRow, ReportedRow } from './deadline-sql';
import { factsOfProjects } from './project-facts';

const agreed: ReadonlySet<string> = new Set(agreedKinds);

function projectRow(
  deadline: Deadline,
  row: OwingRow,
  asOf: string,
  rulebook: Rulebook,
  { agreementYear }: DeadlineBooks,
): DeadlineRow {
  const guide = guideOf(rulebook, row.guide_year);
  const annexYear = guide?.copyOf ?? row.guide_year;
  return {
    ...deadline,
    name: row.name,
    recipient: row.recipient_name,
    categoryId: row.category_id,
    placeAdcode: row.place_adcode,
    ownerDivision: categoryById(rulebook, row.category_id)?.ownerDivision?.value ?? null,
    byAnalogy: agreed.has(deadline.kind) && annexYear !== agreementYear,
    days: daysLeft(deadline.dueOn, asOf),
  };
}

/** Dates of the projects that the filters let through, or of one project whatever the filters. */
export async function loadProjectDeadlines(
  engine: Engine,
  { rulebook, meta }: MetricsContext,
  scope: Scope,
  books: DeadlineBooks,
  projectId: string | null = null,
): Promise<DeadlineRow[]> {
  const kept = await standingAt(engine, meta, scope.asOf);
  const [projects, reported, plans, paid, checks] = await Promise.all([
    engine.query<OwingRow>(owingRows(kept, scope, projectId)),
    engine.query<ReportedRow>(reportedRows(kept, scope, projectId)),
    engine.query<PlanRow>(planRows(kept, scope, projectId)),
    engine.query<PaidRow>(paidRows(kept, scope, projectId)),
    engine.query<CheckRow>(failedChecks(kept, scope, projectId)),
  ]);
  const known = factsOfProjects({ projects, reported, plans, paid, checks }, rulebook, meta.datasets);
  return known.flatMap(({ row, facts }) =>
    projectDeadlines(facts, scope.asOf, books).map((deadline) =>
      projectRow(deadline, row, scope.asOf, rulebook, books),
    ),
  );
}

/** A centre belongs to no guide, category, cluster or stage: filters by one of them leave it out. */
export const showsCentres = (scope: Scope): boolean =>
  scope.areaId === null &&
  scope.categoryIds === null &&
  scope.clusterId === null &&
  scope.stage === null &&
  scope.search === '' &&
  !scope.directOnly;

function citiesOf({ region, group }: Scope, { regions }: Rulebook): string[] | null {
  if (region !== null) return [region];
  if (group === null) return null;
  return regions.filter((one) => one.level === 'city' && one.group === group).map(({ adcode }) => adcode);
}

/** Dates of the centres of the scope; none where the library holds no centres. */
export async function loadCentreDeadlines(
  engine: Engine,
  { rulebook }: MetricsContext,
  scope: Scope,
  books: DeadlineBooks,
): Promise<DeadlineRow[]> {
  if (!showsCentres(scope)) return [];
  const place = { asOf: scope.asOf, cities: citiesOf(scope, rulebook) };
  const [[holding], centres, assessments, reports] = await Promise.all([
    engine.query<{ reports_since: string | null }>(centreHoldings()),
    engine.query<Row<'centre'>>(centreRows(place)),
    engine.query<Row<'centre_assessment'>>(centreParts('centre_assessment', place)),
    engine.query<Row<'centre_report'>>(centreParts('centre_report', place)),
  ]);
  return centres.flatMap((centre) => {
    const facts: CentreFacts = {
      centreId: centre.centre_id,
      approvedOn: centre.approved_on,
      isNational: centre.is_national,
      grades: assessments
        .filter((one) => one.centre_id === centre.centre_id && one.aspect_id === null)
        .map(({ year, grade_id }) => ({ year, gradeId: grade_id })),
      handedIn: reports
        .filter((one) => one.centre_id === centre.centre_id)
        .map(({ report_id, period_end, submitted_on }) => ({
          reportId: report_id,
          periodEnd: period_end,
          submittedOn: submitted_on,
        })),
      reportsSince: holding?.reports_since ?? null,
    };
    return centreDeadlines(facts, scope.asOf, books).map((deadline) => ({
      ...deadline,
      name: centre.name,
      recipient: centre.host,
      categoryId: null,
      placeAdcode: centre.city_adcode,
      ownerDivision: null,
      byAnalogy: false,
      days: daysLeft(deadline.dueOn, scope.asOf),
    }));
  });
}
