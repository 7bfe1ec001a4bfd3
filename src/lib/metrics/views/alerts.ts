import type { Label } from '$lib/domain/label';
import type { Fen } from '$lib/domain/money';
import type { LightSteps } from '$lib/policy/rulebook';
import { useOf } from '../light';
import type { CategoryRow } from './category-rows';
import type { QuotaBasis, SubQuotaRow } from './sub-quota-rows';

/** What is over, at or near a limit, or red; in this order within a severity. */
export const alertKinds = [
  'over_quota',
  'overspent',
  'sub_quota_over',
  'sub_quota_short',
  'red_light',
  'at_quota',
  'sub_quota_full',
  'applications_over_quota',
  'near_quota',
  'near_appropriation',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/** broken: a limit is passed or the light is red; limit: exactly used up, or too many apply; near: soon. */
export type Severity = 'broken' | 'limit' | 'near';
const severities: readonly Severity[] = ['broken', 'limit', 'near'];

const severityOf: Record<AlertKind, Severity> = {
  over_quota: 'broken',
  overspent: 'broken',
  sub_quota_over: 'broken',
  sub_quota_short: 'broken',
  red_light: 'broken',
  at_quota: 'limit',
  sub_quota_full: 'limit',
  applications_over_quota: 'limit',
  near_quota: 'near',
  near_appropriation: 'near',
};

export interface Alert {
  kind: AlertKind;
  severity: Severity;
  categoryId: string;
  areaId: string;
  name: Label;
  shortName: Label;
  ownerDivision: string | null;
  subQuota: { id: string; label: Label; bound: 'max' | 'min' } | null;
  /** Projects for quota alarms, 分 for money alarms: what is used, and the limit it stands against. */
  used: number;
  limit: number;
  /** Projects over the limit or short of the minimum; null for money alarms. */
  gap: number | null;
  /** Money overspent, or behind time for a red light; null for quota alarms. */
  gapFen: Fen | null;
  /** Execution and execution ÷ time gone, for a red light. */
  execution: number | null;
  pace: number | null;
}

type Found = Pick<Alert, 'kind' | 'used' | 'limit' | 'gap' | 'gapFen'> & { part?: SubQuotaRow };

function quotaAlert(row: CategoryRow, basis: QuotaBasis): Found[] {
  const used = row.figures[basis].value;
  const quota = row.figures.quota.value;
  if (used === null || quota === null || row.quotaUse === null || row.quotaUse === 'room') return [];
  const numbers = { used, limit: quota, gap: Math.max(0, used - quota), gapFen: null };
  // Applications up to the quota are no alarm: nothing has been given away yet.
  if (basis === 'applications') {
    return row.quotaUse === 'over' ? [{ kind: 'applications_over_quota', ...numbers }] : [];
  }
  const kind = ({ over: 'over_quota', full: 'at_quota', near: 'near_quota' } as const)[row.quotaUse];
  return [{ kind, ...numbers }];
}

function subQuotaAlert(part: SubQuotaRow, basis: QuotaBasis): Found[] {
  const numbers = { used: part.used, limit: part.amount, gap: Math.max(0, -part.margin), gapFen: null, part };
  if (part.verdict === 'short') return [{ kind: 'sub_quota_short', ...numbers }];
  if (part.verdict === 'over') {
    return [{ kind: basis === 'awards' ? 'sub_quota_over' : 'applications_over_quota', ...numbers }];
  }
  return part.verdict === 'full' && basis === 'awards' ? [{ kind: 'sub_quota_full', ...numbers }] : [];
}

function moneyAlerts({ figures, pace }: CategoryRow, steps: LightSteps): Found[] {
  const found: Found[] = [];
  const { part: awarded, whole: appropriation } = figures.commitment_rate;
  if (awarded !== null && appropriation !== null) {
    const use = useOf(awarded, appropriation, steps);
    const numbers = { used: awarded, limit: appropriation, gap: null };
    if (use === 'over') found.push({ kind: 'overspent', ...numbers, gapFen: awarded - appropriation });
    else if (use !== 'room') found.push({ kind: 'near_appropriation', ...numbers, gapFen: 0 });
  }
  const { part: paid, whole: budget } = figures.execution_rate;
  if (pace.light.light === 'red' && paid !== null && budget !== null) {
    found.push({ kind: 'red_light', used: paid, limit: budget, gap: null, gapFen: pace.behind });
  }
  return found;
}

const foundIn = (row: CategoryRow, basis: QuotaBasis, steps: LightSteps): Found[] => [
  ...quotaAlert(row, basis),
  ...row.subQuotas.flatMap((part) => subQuotaAlert(part, basis)),
  ...moneyAlerts(row, steps),
];

/** The kinds of alarm that a category raises, each once. */
export const alertKindsOf = (row: CategoryRow, basis: QuotaBasis, steps: LightSteps): AlertKind[] =>
  alertKinds.filter((kind) => foundIn(row, basis, steps).some((found) => found.kind === kind));

const byUrgency = (a: Alert, b: Alert): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  (b.gapFen ?? -1) - (a.gapFen ?? -1) ||
  (b.gap ?? 0) - (a.gap ?? 0) ||
  alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind);

/** All alarms of some categories: by severity, then the larger gap in money, then in projects. */
export function alertsOf(rows: readonly CategoryRow[], basis: QuotaBasis, steps: LightSteps): Alert[] {
  const alerts = rows.flatMap((row) =>
    foundIn(row, basis, steps).map(({ part, ...found }): Alert => ({
      ...found,
      severity: severityOf[found.kind],
      categoryId: row.categoryId,
      areaId: row.areaId,
      name: row.name,
      shortName: row.shortName,
      ownerDivision: row.ownerDivision,
      subQuota: part === undefined ? null : { id: part.subQuotaId, label: part.label, bound: part.bound },
      execution: found.kind === 'red_light' ? row.figures.execution_rate.value : null,
      pace: found.kind === 'red_light' ? row.pace.light.pace : null,
    })),
  );
  return alerts.sort(byUrgency);
}
