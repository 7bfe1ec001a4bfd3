import { daysBetween, type IsoDate } from '$lib/domain/calendar';
import type { ProjectView } from '$lib/metrics/projects/load-project';
import type { ProjectLife } from './life';
import type { PaymentLine, PaymentPlan } from './payment-lines';

/** A day by which something is to be done. */
export interface Deadline {
  key: string;
  on: IsoDate;
  what: { kind: 'end' } | { kind: 'payment'; line: PaymentLine };
  state: 'done' | 'ahead' | 'past';
  /** Days from the as-of day: negative when past. */
  days: number;
}

/** Days that are known: the project's end and the agreed payments, in their order. */
export function deadlinesOf(view: ProjectView, life: ProjectLife, plan: PaymentPlan): Deadline[] {
  const { asOf, row } = view;
  const stateOf = (isDone: boolean, days: number): Deadline['state'] =>
    isDone ? 'done' : days < 0 ? 'past' : 'ahead';
  const deadlines: Deadline[] = plan.lines.flatMap((line) => {
    if (line.agreed === null || line.state === 'ended') return [];
    const days = daysBetween(asOf, line.agreed);
    const isDone = line.state === 'in_time' || line.state === 'late';
    const what = { kind: 'payment', line } as const;
    return [{ key: `payment-${line.sequence}`, on: line.agreed, what, state: stateOf(isDone, days), days }];
  });
  if (row.end_date !== null && life.end !== 'dropped' && life.end !== 'terminated') {
    const days = daysBetween(asOf, row.end_date);
    const isAccepted = life.steps.some(({ id, state }) => id === 'accepted' && state === 'done');
    const state = stateOf(isAccepted || life.end === 'settled', days);
    deadlines.push({ key: 'end', on: row.end_date, what: { kind: 'end' }, state, days });
  }
  return deadlines.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
