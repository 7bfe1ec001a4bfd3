import type { Row } from '$lib/domain/tables';
import { shownAmount } from '../check/show-value';
import type { KnownProject } from './known-projects';
import type { WithoutOrigin } from './load-context';
import type { PaymentLedger } from './payment-rows';
import type { InputRow } from './read-input-row';

/** The end of a project that a row tells, or null with a finding. */
export function terminationRow(
  row: InputRow,
  { project_id: id, awarded_on: awarded }: KnownProject,
): WithoutOrigin<Row<'termination'>> | null {
  const day = row.texts.get('terminated_on');
  if (day === undefined) return null;
  if (awarded !== null && day < awarded)
    row.report('terminated_before_award', 'terminated_on', { expected: awarded });
  return {
    project_id: id,
    terminated_on: day,
    kind: row.texts.get('kind') ?? 'terminated',
    reason: row.texts.get('reason') ?? null,
  };
}

/** The money that a row says came back, or null with a finding; more than was paid cannot come back. */
export function recoveryRow(
  row: InputRow,
  { project_id: id, awarded_on: awarded }: KnownProject,
  ledger: PaymentLedger,
): WithoutOrigin<Row<'recovery'>> | null {
  const fen = row.numbers.get('recovered_fen');
  const day = row.texts.get('recovered_on');
  if (fen === undefined || day === undefined) return null;
  if (awarded !== null && day < awarded)
    row.report('paid_before_award', 'recovered_on', { expected: awarded });
  const paid = ledger.total(id);
  if (paid !== null && fen > paid)
    row.report('recovered_over_paid', 'recovered_fen', { expected: shownAmount(paid) });
  return { project_id: id, recovered_fen: fen, recovered_on: day };
}
