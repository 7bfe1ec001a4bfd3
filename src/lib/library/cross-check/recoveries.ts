import { shownAmount } from '../check/show-value';
import type { CrossLog } from './cross-log';
import type { ProjectRecord } from './project-records';

/** More money back than was paid out, at the row that passes it; without a known payment nothing is said. */
export function nameRecoveries({ recoveries, payments }: ProjectRecord, log: CrossLog): void {
  if (recoveries.length === 0 || payments.length === 0) return;
  const paid = payments.reduce((sum, { paid_fen: fen }) => sum + fen, 0);
  let recovered = 0;
  for (const recovery of recoveries) {
    recovered += recovery.recovered_fen;
    if (recovered <= paid) continue;
    const said = { found: shownAmount(recovered), expected: shownAmount(paid) };
    log.add('recoveries_over_payments', recovery, 'recovered_fen', said);
    return;
  }
}
