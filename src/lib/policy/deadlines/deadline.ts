import { daysBetween, type IsoDate } from '../../domain/calendar.ts';
import type { Fen } from '../../domain/money.ts';

/** In the order in which a project or a centre meets them. */
export const deadlineKinds = [
  'quarterly_report',
  'half_year_summary',
  'annual_summary',
  'acceptance',
  'acceptance_file',
  'final_payment',
  'centre_brief',
  'centre_report',
  'centre_assessment',
  'centre_rectification',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** `due_soon` also on the very day; `undetermined` always has a reason. */
export const deadlineStates = ['overdue', 'due_soon', 'upcoming', 'undetermined', 'done'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** Why a date or a state cannot be told, or why it is settled without a record of its own. */
export type DeadlineReason =
  | 'no_end_date'
  | 'no_award_amount'
  | 'no_progress_data'
  | 'no_acceptance_data'
  | 'no_payment_data'
  | 'summary_not_recorded'
  | 'file_not_recorded'
  | 'no_approval_date'
  | 'covered_later'
  | 'joined_with_report'
  | 'closed_by_acceptance'
  | 'closed_by_payment'
  | 'acceptance_deferred'
  | 'acceptance_failed'
  | 'failed_again';

/** Who has to act: 省厅, 推荐单位, 承担单位 or 创新中心. Null where the texts do not say. */
export const responsibles = ['province', 'nominator', 'undertaker', 'centre'] as const;
export type Responsible = (typeof responsibles)[number];

/** A day by which something has to be done, as it stands at the as-of day. */
export interface Deadline {
  /** Kind, subject and period: the same for the same duty in every library and on every day. */
  id: string;
  kind: DeadlineKind;
  /** Number of the project or centre. */
  subjectId: string;
  /** End of the period or the event that it counts from; null where there is none. */
  period: IsoDate | null;
  /** Null where it cannot be told. */
  dueOn: IsoDate | null;
  /** False where working days were counted in a year without a notice. */
  isVerified: boolean;
  state: DeadlineState;
  reason: DeadlineReason | null;
  /** The day on which it was done; null where it was not, or the day is not on record. */
  doneOn: IsoDate | null;
  responsible: Responsible | null;
  /** What hangs on it, in 分: the award, or the payment that is due. */
  moneyFen: Fen | null;
}

/** Where a date stands against the day: overdue from the day after it. */
export function openState(dueOn: IsoDate, asOf: IsoDate, dueSoonDays: number): DeadlineState {
  const days = daysBetween(asOf, dueOn);
  if (days < 0) return 'overdue';
  return days <= dueSoonDays ? 'due_soon' : 'upcoming';
}

/** An answer that ends the matter, or leaves it open for a reason. */
export interface Standing {
  state: DeadlineState;
  reason: DeadlineReason | null;
  doneOn: IsoDate | null;
}

export const done = (doneOn: IsoDate | null, reason: DeadlineReason | null = null): Standing => ({
  state: 'done',
  reason,
  doneOn,
});
export const undetermined = (reason: DeadlineReason): Standing => ({
  state: 'undetermined',
  reason,
  doneOn: null,
});
export const open = (
  dueOn: IsoDate,
  asOf: IsoDate,
  dueSoonDays: number,
  reason: DeadlineReason | null = null,
): Standing => ({ state: openState(dueOn, asOf, dueSoonDays), reason, doneOn: null });
