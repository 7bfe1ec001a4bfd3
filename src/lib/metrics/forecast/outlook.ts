import type { IsoDate } from '$lib/domain/calendar';
import type { BackTest } from './back-test';
import { neededOf, type Needed } from './needed';
import { endOf, type Quarter } from './quarters';

/** Why nothing is forecast. */
export type NoForecast =
  /** Too few quarters have gone, or too few past forecasts could be held against what came. */
  | 'too_little_history'
  | 'nothing_awarded'
  /** All that was awarded is paid: there is nothing left to carry forward. */
  | 'nothing_owed'
  | 'no_report'
  | 'no_target'
  | 'no_period'
  /** The period is over: what came is known. */
  | 'period_over'
  /** Further ahead than the back-test reaches. */
  | 'too_far'
  /** The filters choose by what came of a project, or by words. */
  | 'chosen_by_outcome';

/** What is expected at the end of a quarter, with its band. */
export interface Expected {
  date: IsoDate;
  centre: number;
  low: number;
  high: number;
  /** Half the band before it was cut off at what is done already. */
  half: number;
}

export interface HistoryPoint {
  date: IsoDate;
  value: number;
}

/** What a forecast is made of: by steps ahead, the expected value of a cumulative series. */
export interface Projection {
  origin: Quarter;
  /** What has been done by the as-of day; nothing that is done goes away in a forecast. */
  done: number;
  /** What errors are shares of. */
  size: number;
  at: (steps: number) => number;
}

/**
 * Expected values quarter by quarter up to a quarter, as far as the back-test reaches. Centre and both ends of the band
 * never fall below what is done, and the centre never falls from one quarter to the next.
 */
export function expectedPath(
  { origin, done, size, at }: Projection,
  until: Quarter,
  test: BackTest,
): Expected[] {
  const path: Expected[] = [];
  let least = done;
  for (const { steps, width } of test.steps) {
    if (origin + steps > until) break;
    const centre = Math.max(least, at(steps));
    const half = width * size;
    path.push({
      date: endOf(origin + steps),
      centre,
      low: Math.min(centre, Math.max(done, centre - half)),
      high: centre + half,
      half,
    });
    least = centre;
  }
  return path;
}

/** A day that a forecast is asked for, with what should be reached by then. */
export interface Horizon {
  date: IsoDate | null;
  expected: Expected | null;
  /** Why nothing is expected; null where something is. */
  reason: NoForecast | null;
  target: number | null;
  needed: Needed;
}

/** What has come of a cumulative series, and what may come. */
export interface Outlook {
  done: number;
  history: HistoryPoint[];
  path: Expected[];
  /** Why there is no path. */
  reason: NoForecast | null;
  /** Mean of the last quarters, to hold what is needed against; null with less history. */
  recentPace: number | null;
  year: Horizon;
  end: Horizon;
}

interface HorizonAsked {
  quarter: Quarter | null;
  target: number | null;
}

export interface OutlookAsked {
  origin: Quarter;
  done: number;
  history: HistoryPoint[];
  recentPace: number | null;
  /** Size and method; null with the reason where nothing can be forecast. */
  projection: Pick<Projection, 'size' | 'at'> | null;
  reason: NoForecast | null;
  test: BackTest | null;
  year: HorizonAsked;
  end: HorizonAsked;
}

function horizonOf(
  { quarter, target }: HorizonAsked,
  asked: OutlookAsked,
  path: readonly Expected[],
): Horizon {
  const { origin, done } = asked;
  if (quarter === null)
    return { date: null, expected: null, reason: 'no_period', target, needed: neededOf(done, target, 0) };
  const date = endOf(quarter);
  const needed = neededOf(done, target, quarter - origin);
  if (quarter <= origin) return { date, expected: null, reason: 'period_over', target, needed };
  const expected = path.find((point) => point.date === date) ?? null;
  const reason = expected ? null : (asked.reason ?? (path.length === 0 ? 'too_little_history' : 'too_far'));
  return { date, expected, reason, target, needed };
}

/** The outlook of a series to the end of the year and to the end of its period, whichever way it was projected. */
export function outlookOf(asked: OutlookAsked): Outlook {
  const { origin, done, projection, test, year, end, history, recentPace } = asked;
  const until = Math.max(year.quarter ?? origin, end.quarter ?? origin);
  const path = projection && test ? expectedPath({ origin, done, ...projection }, until, test) : [];
  const isOver = until <= origin;
  const reason = path.length > 0 ? null : (asked.reason ?? (isOver ? 'period_over' : 'too_little_history'));
  return {
    done,
    history,
    path,
    reason,
    recentPace,
    year: horizonOf(year, asked, path),
    end: horizonOf(end, asked, path),
  };
}
