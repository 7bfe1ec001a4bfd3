import { daysBetween, type IsoDate } from '$lib/domain/calendar';
import type { Deadline, DeadlineState } from '$lib/policy/deadlines/deadline';
import { deadlineStates } from '$lib/policy/deadlines/deadline';

/** A deadline with the names of whom it concerns. */
export interface DeadlineRow extends Deadline {
  /** Of the project or the centre. */
  name: string;
  /** Recipient of the award, or host of the centre; null where none is on record. */
  recipient: string | null;
  categoryId: string | null;
  placeAdcode: string | null;
  /** 主办处室; null where 附件6 has no line for the category. */
  ownerDivision: string | null;
  /** The guide of its year has no agreement at hand: that of another year is followed. */
  byAnalogy: boolean;
  /** Days from the as-of day to the due day: negative when past. */
  days: number | null;
}

/** Days left of a due day; null where there is none. */
export const daysLeft = (dueOn: IsoDate | null, asOf: IsoDate): number | null =>
  dueOn === null ? null : daysBetween(asOf, dueOn);

const rank = new Map<DeadlineState, number>(deadlineStates.map((state, index) => [state, index]));
const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What is overdue comes first, the largest money before the rest; what lies ahead by its day; what is done last. */
export function byUrgency(one: DeadlineRow, other: DeadlineRow): number {
  const states = (rank.get(one.state) ?? 0) - (rank.get(other.state) ?? 0);
  if (states !== 0) return states;
  const money = one.state === 'overdue' ? (other.moneyFen ?? -1) - (one.moneyFen ?? -1) : 0;
  const day = text(one.dueOn ?? '9999', other.dueOn ?? '9999');
  return money || (one.state === 'done' ? -day : day) || text(one.id, other.id);
}
