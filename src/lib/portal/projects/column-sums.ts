import type { ColumnSum, ListSummary, SummedColumn } from '$lib/metrics/projects/list-summary';

const columns: Readonly<Record<string, SummedColumn>> = {
  investment: 'investment_fen',
  requested: 'requested_fen',
  ceiling: 'ceiling_fen',
  award: 'award_fen',
  paid: 'paid_fen',
  unpaid: 'unpaid_fen',
  recovered: 'recovered_fen',
};

/** What a column of the list adds up to; null for one that is not added. */
export function sumOfColumn({ sums }: ListSummary, key: string): ColumnSum | null {
  const column = columns[key];
  return column ? sums[column] : null;
}
