import type { Row } from '$lib/domain/tables';
import { shownAmount } from '../check/show-value';
import type { KnownPayment, KnownProject } from './known-projects';
import type { InputRow } from './read-input-row';

/** What was paid so far, over earlier imports and this one. */
export class PaymentLedger {
  private readonly paid = new Map<string, Pick<Row<'disbursement'>, 'sequence' | 'paid_fen' | 'paid_on'>[]>();

  /** @param replaced true for payments of files that this import reads again */
  constructor(known: readonly KnownPayment[], replaced: (payment: KnownPayment) => boolean) {
    for (const payment of known) if (!replaced(payment)) this.add(payment);
  }

  add(payment: Pick<Row<'disbursement'>, 'project_id' | 'sequence' | 'paid_fen' | 'paid_on'>): void {
    const { project_id: id, ...rest } = payment;
    const list = this.paid.get(id);
    if (list) list.push(rest);
    else this.paid.set(id, [rest]);
  }

  /** All that the project got; null where no payment of it is known. */
  total(projectId: string): number | null {
    const paid = this.paid.get(projectId);
    return paid ? paid.reduce((sum, { paid_fen: fen }) => sum + fen, 0) : null;
  }

  /** The number of the next tranche: one more than those that were paid. */
  nextSequence(projectId: string): number {
    return Math.max(0, ...(this.paid.get(projectId) ?? []).map(({ sequence }) => sequence)) + 1;
  }

  /** What the project has got without this payment, which an earlier import may have brought already. */
  before(payment: Pick<Row<'disbursement'>, 'project_id' | 'sequence' | 'paid_fen' | 'paid_on'>): number {
    const same = (other: { sequence: number; paid_fen: number; paid_on: string }) =>
      other.sequence === payment.sequence &&
      other.paid_fen === payment.paid_fen &&
      other.paid_on === payment.paid_on;
    const others = (this.paid.get(payment.project_id) ?? []).filter((other) => !same(other));
    return others.reduce((sum, { paid_fen: fen }) => sum + fen, 0);
  }
}

/** The payment that a row tells, or null with a finding. */
export function paymentRow(
  row: InputRow,
  project: KnownProject,
  ledger: PaymentLedger,
): Omit<Row<'disbursement'>, 'source_file_id' | 'source_sheet' | 'source_row'> | null {
  const paid = row.numbers.get('paid_fen');
  const day = row.texts.get('paid_on');
  if (paid === undefined || day === undefined) return null;
  const said = row.numbers.get('sequence');
  const sequence = said ?? ledger.nextSequence(project.project_id);
  const payment = { project_id: project.project_id, sequence, paid_fen: paid, paid_on: day };
  const { awarded_on: awarded, award_fen: award } = project;
  if (awarded !== null && day < awarded) row.report('paid_before_award', 'paid_on', { expected: awarded });
  const total = ledger.before(payment) + paid;
  if (award !== null && total > award) {
    const amounts = { found: shownAmount(total), expected: shownAmount(award) };
    row.report('paid_over_award', 'paid_fen', amounts);
  }
  if (said === undefined && !row.faulty)
    row.report('sequence_taken', 'sequence', { found: null, fix: String(sequence) });
  return payment;
}
