import type { Fen } from '$lib/domain/money';
import type { MethodId } from '$lib/policy/forecast/forecast';
import type { MoneySeries } from './money-series';
import type { Quarter } from './quarters';

/** Share of what was unpaid before that was paid in the award's own quarter (0), the next (1), and so on. */
export type CohortCurve = readonly number[];

/**
 * How awards were paid as they grew older, over all cohorts that a reader at the end of `origin` could have seen. An age
 * that no cohort has reached has no entry: nothing is expected of it.
 */
export function cohortCurve({ cohorts }: MoneySeries, origin: Quarter): CohortCurve {
  const paid: number[] = [];
  const unpaid: number[] = [];
  for (const { quarter: start, paid: made, owed } of cohorts) {
    for (let age = 0; start + age <= origin; age += 1) {
      const quarter = start + age;
      const before = age === 0 ? owed.by(quarter) : Math.max(0, owed.by(quarter) - made.by(quarter - 1));
      paid[age] = (paid[age] ?? 0) + made.by(quarter) - (age === 0 ? 0 : made.by(quarter - 1));
      unpaid[age] = (unpaid[age] ?? 0) + before;
    }
  }
  return paid.map((amount, age) => {
    const before = unpaid[age] ?? 0;
    return before > 0 ? Math.min(1, Math.max(0, amount / before)) : 0;
  });
}

/** Paid so many quarters on, as awards of the same age were paid before. */
function byCohorts(series: MoneySeries, origin: Quarter, steps: number, curve: CohortCurve): Fen {
  let paid = series.paidBy(origin);
  for (const cohort of series.cohorts) {
    if (cohort.quarter > origin) continue;
    let unpaid = cohort.unpaidBy(origin);
    for (let step = 1; step <= steps; step += 1) {
      const now = unpaid * (curve[origin + step - cohort.quarter] ?? 0);
      paid += now;
      unpaid -= now;
    }
  }
  return paid;
}

/** Paid so many quarters on, if the share of the plan that was kept up to the origin is kept on. */
function byPlan(series: MoneySeries, origin: Quarter, steps: number): Fen {
  const planned = series.plannedAt(origin, origin);
  const kept = planned > 0 ? series.paidBy(origin) / planned : 0;
  return series.plannedAt(origin, origin + steps) * kept;
}

/** Quarters from the first award to the end of the origin, that of the award included. */
export const historyOf = ({ start }: MoneySeries, origin: Quarter): number =>
  start === null ? 0 : origin - start + 1;

function rawForecast(
  method: MethodId,
  series: MoneySeries,
  origin: Quarter,
  steps: number,
  { curve, recentQuarters }: { curve: CohortCurve; recentQuarters: number },
): Fen {
  const done = series.paidBy(origin);
  if (method === 'cohort') return byCohorts(series, origin, steps, curve);
  if (method === 'even') return done + (done / historyOf(series, origin)) * steps;
  if (method === 'recent')
    return done + ((done - series.paidBy(origin - recentQuarters)) / recentQuarters) * steps;
  if (method === 'plan') return byPlan(series, origin, steps);
  let sum = done;
  for (let step = 1; step <= steps; step += 1) {
    const same = origin - lastYear + ((step - 1) % lastYear) + 1;
    sum += series.paidBy(same) - series.paidBy(same - 1);
  }
  return sum;
}

const lastYear = 4;

/**
 * Paid by the end of the quarter that lies `steps` after the origin, in 分, as one who stands at the end of the origin
 * would say: never less than is paid already, never more than was awarded by then.
 */
export function forecastPaid(
  method: MethodId,
  series: MoneySeries,
  origin: Quarter,
  steps: number,
  ways: { curve: CohortCurve; recentQuarters: number },
): Fen {
  const done = series.paidBy(origin);
  const most = done + series.unpaidBy(origin);
  return Math.max(done, Math.min(most, rawForecast(method, series, origin, steps, ways)));
}
