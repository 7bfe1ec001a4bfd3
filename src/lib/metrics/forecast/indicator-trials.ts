import type { ForecastRules, MethodId } from '$lib/policy/forecast/forecast';
import type { Trial } from './back-test';
import type { CellHistory } from './indicator-cells';
import { forecastValue, growthCurve, type GrowthCurve, type IndicatorWays } from './indicator-methods';
import type { Quarter } from './quarters';

/** Growth curves at the end of each past quarter, drawn once. */
export class GrowthCurves {
  readonly #curves = new Map<Quarter, GrowthCurve>();

  constructor(
    private readonly histories: readonly CellHistory[],
    private readonly parts: number,
  ) {}

  at(origin: Quarter): GrowthCurve {
    const found = this.#curves.get(origin) ?? growthCurve(this.histories, origin, this.parts);
    this.#curves.set(origin, found);
    return found;
  }
}

/** The value that came, if it was reported for that very quarter; after a project's end, its last one. */
function cameBy(history: CellHistory, quarter: Quarter): number | null {
  const asked = Math.min(quarter, history.last);
  const latest = history.latestBy(asked);
  return latest?.quarter === asked ? latest.value : null;
}

interface Sum {
  forecast: number;
  came: number;
  /** Targets of those that had not ended at the origin: the others cannot be wrong. */
  size: number;
}

/** Forecast and outcome added up over the members whose outcome is known. */
function sumAt(
  members: readonly CellHistory[],
  origin: Quarter,
  quarter: Quarter,
  method: MethodId,
  ways: IndicatorWays,
): Sum {
  const sum: Sum = { forecast: 0, came: 0, size: 0 };
  for (const member of members) {
    const came = cameBy(member, quarter);
    const forecast = came === null ? null : forecastValue(method, member, origin, quarter, ways);
    if (came === null || forecast === null) continue;
    sum.forecast += forecast;
    sum.came += came;
    if (origin < member.last) sum.size += member.target;
  }
  return sum;
}

/** Enough quarters since the first of the projects began. */
const hasHistory = (members: readonly CellHistory[], origin: Quarter, least: number): boolean =>
  members.some((one) => one.latestBy(origin) !== null && origin - one.first + 1 >= least);

/**
 * What each method would have said at each past quarter end, held against what was reported, for every group of
 * histories (one history, or one indicator of many projects). Errors are shares of the targets of projects that
 * were under way; a group whose projects had all ended has nothing to forecast.
 */
export function indicatorTrials(
  groups: ReadonlyMap<string, readonly CellHistory[]>,
  curves: GrowthCurves,
  last: Quarter,
  rules: ForecastRules,
): Trial[] {
  const trials: Trial[] = [];
  for (const [series, members] of groups) {
    const first = Math.min(...members.map(({ first }) => first));
    for (let origin = first; origin < last; origin += 1) {
      if (!hasHistory(members, origin, rules.leastHistory)) continue;
      const ways = { curve: curves.at(origin), recentQuarters: rules.recentQuarters };
      for (let steps = 1; steps <= rules.mostSteps && origin + steps <= last; steps += 1) {
        for (const { id: method } of rules.indicators.methods) {
          const sum = sumAt(members, origin, origin + steps, method, ways);
          if (sum.size > 0)
            trials.push({ series, origin, steps, method, error: (sum.forecast - sum.came) / sum.size });
        }
      }
    }
  }
  return trials;
}
