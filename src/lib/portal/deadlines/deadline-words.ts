import { m } from '$lib/i18n/paraglide/messages';
import { quarterName } from '$lib/i18n/quarter-name';
import type { DeadlineRow } from '$lib/metrics/deadlines/deadline-row';
import type { DeadlineReason, DeadlineState, Responsible } from '$lib/policy/deadlines/deadline';
import type { LampColour } from '$lib/ui/lamp';

const states: Record<DeadlineState, () => string> = {
  overdue: m.deadlines_state_overdue,
  due_soon: m.deadlines_state_due_soon,
  upcoming: m.deadlines_state_upcoming,
  undetermined: m.deadlines_state_undetermined,
  done: m.deadlines_state_done,
};
export const stateWord = (state: DeadlineState): string => states[state]();

/** The shape beside a state's word; none for what is done. */
export const stateLamps: Record<DeadlineState, LampColour | null> = {
  overdue: 'red',
  due_soon: 'yellow',
  upcoming: 'green',
  undetermined: 'grey',
  done: null,
};

const whoWords: Record<Responsible, () => string> = {
  province: m.deadlines_who_province,
  nominator: m.deadlines_who_nominator,
  undertaker: m.deadlines_who_undertaker,
  centre: m.deadlines_who_centre,
};
export const whoWord = (who: Responsible | null): string =>
  who === null ? m.deadlines_who_unsaid() : whoWords[who]();

const reasons: Record<DeadlineReason, () => string> = {
  no_end_date: m.deadlines_reason_no_end_date,
  no_award_amount: m.deadlines_reason_no_award_amount,
  no_progress_data: m.deadlines_reason_no_progress_data,
  no_acceptance_data: m.deadlines_reason_no_acceptance_data,
  no_payment_data: m.deadlines_reason_no_payment_data,
  summary_not_recorded: m.deadlines_reason_summary_not_recorded,
  file_not_recorded: m.deadlines_reason_file_not_recorded,
  no_approval_date: m.deadlines_reason_no_approval_date,
  covered_later: m.deadlines_reason_covered_later,
  joined_with_report: m.deadlines_reason_joined_with_report,
  closed_by_acceptance: m.deadlines_reason_closed_by_acceptance,
  closed_by_payment: m.deadlines_reason_closed_by_payment,
  acceptance_deferred: m.deadlines_reason_acceptance_deferred,
  acceptance_failed: m.deadlines_reason_acceptance_failed,
  failed_again: m.deadlines_reason_failed_again,
};
export const reasonWord = (reason: DeadlineReason | null): string =>
  reason === null ? '' : reasons[reason]();

/** What stands behind the state: its reason, the day on which it was done, or that the day is not verified. */
export const stateNote = ({ reason, doneOn, isVerified }: DeadlineRow): string =>
  [
    reasonWord(reason),
    doneOn === null ? '' : m.deadlines_done_on({ day: doneOn }),
    isVerified ? '' : m.deadlines_unverified(),
  ]
    .filter(Boolean)
    .join(m.ui_comma());

/** The period that a date closes, or the day that it counts from. */
export function periodWords({ kind, period }: Pick<DeadlineRow, 'kind' | 'period'>): string {
  if (period === null) return '';
  const year = period.slice(0, 4);
  switch (kind) {
    case 'quarterly_report':
      return quarterName(period);
    case 'half_year_summary':
    case 'centre_brief':
      return period.slice(5, 7) === '06'
        ? m.deadlines_period_first_half({ year })
        : m.deadlines_period_second_half({ year });
    case 'annual_summary':
    case 'centre_report':
    case 'centre_assessment':
    case 'centre_rectification':
      return m.deadlines_period_year({ year });
    default:
      return m.deadlines_period_from({ day: period });
  }
}
