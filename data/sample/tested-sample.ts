import type { Row } from '$lib/domain/tables';
import { loadSample } from './load-sample';

/** The embedded sample as its tests look at it: rows by project, sums over rows. */

export const { rows, meta } = loadSample();
export const awarded = rows.project.filter((row) => row.awarded_on !== null);
export const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);

function byProject<T extends { project_id: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of list) {
    const group = groups.get(row.project_id);
    if (group) group.push(row);
    else groups.set(row.project_id, [row]);
  }
  return groups;
}

export const tranches = byProject(rows.tranche);
export const payments = byProject(rows.disbursement);
export const recoveries = byProject(rows.recovery);
export const members = byProject(rows.sub_quota_member);

export const paidOf = (row: Row<'project'>): number =>
  sum((payments.get(row.project_id) ?? []).map((payment) => payment.paid_fen));
