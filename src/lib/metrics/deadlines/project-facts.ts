import type { Dataset } from '$lib/domain/library';
import type { FinalPayment, ProjectFacts } from '$lib/policy/deadlines/project-facts';
import { categoryById, subsidyOf } from '$lib/policy/look-up';
import type { Rulebook, Subsidy } from '$lib/policy/rulebook';
import { planTranches } from '$lib/policy/tranche-plan';
import type { CheckRow, OwingRow, PaidRow, PlanRow, ReportedRow } from './deadline-sql';

/** Rows of all projects, as the statements give them. */
export interface OwingRows {
  projects: readonly OwingRow[];
  reported: readonly ReportedRow[];
  plans: readonly PlanRow[];
  paid: readonly PaidRow[];
  checks: readonly CheckRow[];
}

function grouped<T extends { project_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(row.project_id) ?? [];
    groups.set(row.project_id, own);
    own.push(row);
  }
  return groups;
}

function subsidyFor(rulebook: Rulebook, row: OwingRow): Subsidy | null {
  const category = categoryById(rulebook, row.category_id);
  return category ? subsidyOf(category, row.variant_id) : null;
}

function plannedPayment(plan: readonly PlanRow[], knowsPaid: boolean): FinalPayment | null {
  const last = plan.at(-1);
  if (!last || plan.length < 2) return null;
  return {
    sequence: last.sequence,
    plannedOn: last.planned_on,
    plannedFen: last.planned_fen,
    paidFen: knowsPaid ? (last.paid_fen ?? 0) : null,
    paidOn: last.paid_on,
  };
}

/** Without a plan on record the standard tells how much is left for after the acceptance. */
function standardPayment(
  subsidy: Subsidy | null,
  awardFen: number | null,
  paid: readonly PaidRow[],
  knowsPaid: boolean,
): FinalPayment | null {
  if (!subsidy?.tranches.some(({ on }) => on === 'acceptance')) return null;
  const plan = awardFen === null || awardFen < 0 ? [] : planTranches(subsidy, awardFen);
  const last = plan.at(-1);
  const sequence = last?.sequence ?? subsidy.tranches.length;
  const made = paid.find((one) => one.sequence === sequence);
  return {
    sequence,
    plannedOn: null,
    plannedFen: last?.plannedFen ?? null,
    paidFen: knowsPaid ? (made?.paid_fen ?? 0) : null,
    paidOn: made?.paid_on ?? null,
  };
}

const checkOf = (result: string | undefined): ProjectFacts['failedCheck'] =>
  result === 'deferred' || result === 'failed' ? result : null;

/** Facts of each project; what the library holds nothing of is null, not zero. */
export function factsOfProjects(
  rows: OwingRows,
  rulebook: Rulebook,
  datasets: readonly Dataset[],
): { row: OwingRow; facts: ProjectFacts }[] {
  const reported = grouped(rows.reported);
  const plans = grouped(rows.plans);
  const paid = grouped(rows.paid);
  const checks = grouped(rows.checks);
  const knowsPaid = datasets.includes('disbursements');
  return rows.projects.map((row) => {
    const id = row.project_id;
    const subsidy = subsidyFor(rulebook, row);
    const plan = plans.get(id) ?? [];
    const payment =
      plan.length > 0
        ? plannedPayment(plan, knowsPaid)
        : standardPayment(subsidy, row.award_fen, paid.get(id) ?? [], knowsPaid);
    const byStandard = subsidy?.tranches.some(({ on }) => on === 'acceptance') ?? true;
    return {
      row,
      facts: {
        projectId: id,
        awardedOn: row.awarded_on,
        startDate: row.start_date,
        endDate: row.end_date,
        awardFen: row.award_fen,
        acceptedOn: row.accepted_on,
        failedCheck: checkOf(checks.get(id)?.at(-1)?.result),
        awaitsAcceptance: plan.length > 1 || byStandard,
        knowsAcceptance: datasets.includes('acceptances'),
        reportedQuarters: datasets.includes('progress')
          ? (reported.get(id) ?? []).map(({ period_end }) => period_end)
          : null,
        finalPayment: payment,
      },
    };
  });
}
