import type { Row } from '$lib/domain/tables';
import { subsidyOf } from '$lib/policy/look-up';
import { shownAmount } from '../check/show-value';
import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import { acceptedOn, endedOn, isAccepted, type ProjectRecord } from './project-records';

type Payment = Row<'disbursement'>;

const byDay = (rows: readonly Payment[]): readonly Payment[] =>
  rows.length < 2
    ? rows
    : rows.toSorted((a, b) => (a.paid_on < b.paid_on ? -1 : Number(a.paid_on > b.paid_on)));

/** Named once, at the payment that passes the award. */
function nameOverAward({ project }: ProjectRecord, payments: readonly Payment[], log: CrossLog): void {
  const { award_fen: award } = project;
  if (award === null) return;
  let paid = 0;
  for (const payment of payments) {
    paid += payment.paid_fen;
    if (paid <= award) continue;
    const said = { found: shownAmount(paid), expected: shownAmount(award) };
    log.add('payments_over_award', payment, 'paid_fen', said);
    return;
  }
}

/** Whether a payment is due on acceptance: by the project's own plan, else by the standard of its category. */
function isFinal({ project, tranches }: ProjectRecord, { sequence }: Payment, scope: CheckScope): boolean {
  const planned = tranches.find((tranche) => tranche.sequence === sequence);
  if (planned || tranches.length > 0) return planned?.kind === 'final';
  const category = scope.categories.get(project.category_id)?.category;
  const standard = category && subsidyOf(category, project.variant_id).tranches;
  return standard?.[sequence - 1]?.on === 'acceptance';
}

/** A final tranche without an acceptance before it; years of which no acceptance is known say nothing. */
function nameEarlyFinal(
  record: ProjectRecord,
  payments: readonly Payment[],
  scope: CheckScope,
  log: CrossLog,
): void {
  if (!scope.yearsWithAcceptances.has(record.project.guide_year)) return;
  const accepted = acceptedOn(record);
  if (accepted === null && isAccepted(record)) return;
  for (const payment of payments) {
    const { paid_on: day } = payment;
    if ((accepted !== null && day >= accepted) || !isFinal(record, payment, scope)) continue;
    if (accepted !== null)
      log.add('final_before_acceptance', payment, 'paid_on', { found: day, expected: accepted });
    else
      log.add('final_without_acceptance', payment, 'paid_on', { found: day, expected: record.project.name });
  }
}

/** Payments against the award, the acceptance and the end of their project, over all imports. */
export function namePayments(record: ProjectRecord, scope: CheckScope, log: CrossLog): void {
  if (record.payments.length === 0) return;
  const payments = byDay(record.payments);
  const { awarded_on: awarded } = record.project;
  nameOverAward(record, payments, log);
  nameEarlyFinal(record, payments, scope, log);
  const ended = endedOn(record);
  for (const payment of payments) {
    const { paid_on: day } = payment;
    if (awarded !== null && day < awarded)
      log.add('payment_ahead_of_award', payment, 'paid_on', { found: day, expected: awarded });
    if (ended !== null && day > ended)
      log.add('paid_after_ending', payment, 'paid_on', { found: day, expected: ended });
  }
}
