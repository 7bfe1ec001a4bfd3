import type { IsoDate } from '$lib/domain/calendar';
import { addDays, isoDate, quarterEnd } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import { ratioOf } from '$lib/domain/ratio';
import type { Engine } from '$lib/warehouse/engine';
import type { Period } from '../pace';
import { periodOf } from '../pace';
import { missingFor } from '../measure-by';
import { measureOf } from '../measures';
import type { MissingReason } from '../missing';
import type { MetricsContext, Scope } from '../scope';
import type { AppropriationRow } from '../sql/appropriations';
import { standingAt } from '../standing';
import type { EventKind, EventRow } from '../sql/timeline';
import { timelineEvents } from '../sql/timeline';

/** Cumulative values at the end of a day: a quarter's last, or the as-of day. */
export interface TimelinePoint {
  date: IsoDate;
  isAsOf: boolean;
  /** Null after the as-of day, and where the library does not know. */
  paid: Fen | null;
  awarded: Fen | null;
  awards: number | null;
  /** What the tranches of the awarded projects planned up to here, also beyond the as-of day. */
  planned: Fen | null;
  /** Shares: paid ÷ appropriation, awards ÷ quota, time gone. */
  execution: number | null;
  quotaUsed: number | null;
  timeShare: number | null;
}

export interface Timeline {
  asOf: IsoDate;
  period: Period;
  points: TimelinePoint[];
  /** All that the tranches plan, later ones than the last point included. */
  plannedInAll: Fen | null;
  missing: { paid: MissingReason | null; awards: MissingReason | null };
}

/** What the shares of a timeline are taken of. */
export interface TimelineLimits {
  appropriations: readonly AppropriationRow[];
  appropriation: Fen | null;
  quota: number | null;
}

/**
 * Days of the points: quarter ends from the period's first quarter to its last, on to the last payment or
 * award when that is later, and the as-of day. Without a period, from the guide year's first quarter.
 */
function pointDays(period: Period, events: readonly EventRow[], scope: Scope): IsoDate[] {
  const happened = events.filter((event) => event.kind !== 'plan').map((event) => event.happened_on);
  const yearStart = scope.guideYear === null ? null : isoDate(scope.guideYear, 1, 1);
  const start = period.start ?? yearStart ?? happened.reduce((a, b) => (a < b ? a : b), scope.asOf);
  const end = happened.reduce((a, b) => (a > b ? a : b), period.end ?? start);
  const days = new Set<IsoDate>();
  for (let day = quarterEnd(start); day <= quarterEnd(end); day = quarterEnd(addDays(day, 1))) days.add(day);
  if (start <= scope.asOf && scope.asOf <= quarterEnd(end)) days.add(scope.asOf);
  return [...days].sort();
}

type EventAmount = 'event_count' | 'count_in_quota' | 'amount_fen' | 'in_budget_fen';

/** Events as cumulative points. */
export function timelineOf(
  events: readonly EventRow[],
  limits: TimelineLimits,
  scope: Scope,
  missing: Timeline['missing'],
): Timeline {
  const period = periodOf(limits.appropriations, scope.asOf);
  const sumUntil = (kind: EventKind, amount: EventAmount, day: IsoDate): number =>
    events.reduce(
      (sum, event) => (event.kind === kind && event.happened_on <= day ? sum + (event[amount] ?? 0) : sum),
      0,
    );
  const points = pointDays(period, events, scope).map((date): TimelinePoint => {
    const reached = date <= scope.asOf;
    const paid = (amount: EventAmount) =>
      reached && missing.paid === null ? sumUntil('payment', amount, date) : null;
    const won = (amount: EventAmount) =>
      reached && missing.awards === null ? sumUntil('award', amount, date) : null;
    return {
      date,
      isAsOf: date === scope.asOf,
      paid: paid('amount_fen'),
      awarded: won('amount_fen'),
      awards: won('event_count'),
      planned: missing.awards === null ? sumUntil('plan', 'amount_fen', date) : null,
      execution: ratioOf(paid('in_budget_fen'), limits.appropriation),
      quotaUsed: ratioOf(won('count_in_quota'), limits.quota),
      timeShare: periodOf(limits.appropriations, date).timeShare,
    };
  });
  const plannedInAll = missing.awards === null ? sumUntil('plan', 'amount_fen', '9999-12-31') : null;
  return { asOf: scope.asOf, period, points, plannedInAll, missing };
}

/** The timeline of the projects in scope. */
export async function loadTimeline(
  engine: Engine,
  context: MetricsContext,
  scope: Scope,
  limits: TimelineLimits,
): Promise<Timeline> {
  const kept = await standingAt(engine, context.meta, scope.asOf);
  const events = await engine.query<EventRow>(timelineEvents(kept, scope));
  return timelineOf(events, limits, scope, {
    paid: missingFor(measureOf('paid'), scope, [], context.meta),
    awards: missingFor(measureOf('awards'), scope, [], context.meta),
  });
}
