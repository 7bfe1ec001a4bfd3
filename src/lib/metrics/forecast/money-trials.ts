import type { ForecastRules } from '$lib/policy/forecast/forecast';
import type { Trial } from './back-test';
import { cohortCurve, forecastPaid, historyOf, type CohortCurve } from './money-methods';
import type { MoneySeries } from './money-series';
import type { Quarter } from './quarters';

/** Curves of all earlier awards at the end of each past quarter, drawn once. */
export class Curves {
  readonly #curves = new Map<Quarter, CohortCurve>();

  constructor(private readonly library: MoneySeries) {}

  at(origin: Quarter): CohortCurve {
    const found = this.#curves.get(origin) ?? cohortCurve(this.library, origin);
    this.#curves.set(origin, found);
    return found;
  }
}

/** Origins that a series can be stood at: with history behind, money still owed, and an answer by the last quarter. */
function* originsOf(series: MoneySeries, last: Quarter, { leastHistory }: ForecastRules): Generator<Quarter> {
  if (series.start === null) return;
  for (let origin = series.start; origin < last; origin += 1)
    if (historyOf(series, origin) >= leastHistory && series.unpaidBy(origin) > 0) yield origin;
}

/**
 * What each method would have said at each past quarter end, held against what came, for every series. Errors are shares
 * of what the series had been awarded at the origin.
 * @param last the last quarter whose end is known
 */
export function moneyTrials(
  seriesOf: ReadonlyMap<string, MoneySeries>,
  curves: Curves,
  last: Quarter,
  rules: ForecastRules,
): Trial[] {
  const trials: Trial[] = [];
  for (const [key, series] of seriesOf) {
    for (const origin of originsOf(series, last, rules)) {
      const size = series.awardedBy(origin);
      const ways = { curve: curves.at(origin), recentQuarters: rules.recentQuarters };
      for (let steps = 1; steps <= rules.mostSteps && origin + steps <= last; steps += 1) {
        const came = series.paidBy(origin + steps);
        for (const { id: method } of rules.money.methods) {
          const error = (forecastPaid(method, series, origin, steps, ways) - came) / size;
          trials.push({ series: key, origin, steps, method, error });
        }
      }
    }
  }
  return trials;
}
