import type { Row } from '$lib/domain/tables';
import { loadSample } from './load-sample';

/** The embedded sample as its tests look at it: rows by project, sums over rows. */

export const { rows, meta } = loadSample();
export const awarded = rows.project.filter((row) => row.awarded_on !== null);
export const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Rows by a key of theirs, in the order in which the keys come first. */
export function grouped<T>(list: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of list) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const byProject = <T extends { project_id: string }>(list: readonly T[]) =>
  grouped(list, (row) => row.project_id);

export const tranches = byProject(rows.tranche);
export const payments = byProject(rows.disbursement);
export const recoveries = byProject(rows.recovery);
export const members = byProject(rows.sub_quota_member);

export const paidOf = (row: Row<'project'>): number =>
  sum((payments.get(row.project_id) ?? []).map((payment) => payment.paid_fen));
