import type { IsoDate } from '$lib/domain/calendar';
import type { ForecastRules } from '$lib/policy/forecast/forecast';
import type { BackTest } from './back-test';
import type { CellHistory } from './indicator-cells';
import { forecastValue } from './indicator-methods';
import type { GrowthCurves } from './indicator-trials';
import { outlookOf, type HistoryPoint, type NoForecast, type Outlook } from './outlook';
import { endOf, lastWhole, yearEndOf, type Quarter } from './quarters';

export interface IndicatorAsked {
  asOf: IsoDate;
  barred: NoForecast | null;
  curves: GrowthCurves;
  test: BackTest | null;
  rules: ForecastRules;
}

const sumOf = (members: readonly CellHistory[], value: (one: CellHistory) => number): number =>
  members.reduce((sum, one) => sum + value(one), 0);

const valueBy = (members: readonly CellHistory[], quarter: Quarter): number =>
  sumOf(members, (one) => one.latestBy(quarter)?.value ?? 0);

function historyPoints(members: readonly CellHistory[], origin: Quarter): HistoryPoint[] {
  const first = Math.min(...members.map(({ first }) => first));
  const last = Math.min(origin, Math.max(...members.map((one) => one.last)));
  const points: HistoryPoint[] = [{ date: endOf(first - 1), value: valueBy(members, first - 1) }];
  for (let quarter = first; quarter <= last; quarter += 1)
    points.push({ date: endOf(quarter), value: valueBy(members, quarter) });
  return points;
}

function reasonOf(
  members: readonly CellHistory[],
  origin: Quarter,
  { barred, rules }: IndicatorAsked,
): NoForecast | null {
  if (barred) return barred;
  if (members.length === 0) return 'no_report';
  if (members.every(({ last }) => last <= origin)) return 'period_over';
  const oldest = Math.min(...members.map(({ first }) => first));
  return origin - oldest + 1 < rules.leastHistory ? 'too_little_history' : null;
}

/**
 * One indicator of one project or, added up, of several: what was reported last, and what may be reported at the end of
 * the year and when the last of the projects ends. Projects without a report are left out on both sides.
 */
export function indicatorOutlook(all: readonly CellHistory[], asked: IndicatorAsked): Outlook {
  const { asOf, curves, test, rules } = asked;
  const origin = lastWhole(asOf);
  const members = all.filter((one) => one.latestBy(origin) !== null);
  const reason = reasonOf(members, origin, asked);
  const method = test?.method;
  const ways = { curve: curves.at(origin), recentQuarters: rules.recentQuarters };
  const end = members.length === 0 ? null : Math.max(...members.map(({ last }) => last));
  const year = yearEndOf(asOf);
  const before = origin - rules.recentQuarters;
  const began = members.some(({ first }) => first <= before + 1);
  const target = members.length === 0 ? null : sumOf(members, (one) => one.target);
  return outlookOf({
    origin,
    done: valueBy(members, origin),
    history: members.length === 0 ? [] : historyPoints(members, origin),
    recentPace: began ? (valueBy(members, origin) - valueBy(members, before)) / rules.recentQuarters : null,
    projection:
      reason === null && method
        ? {
            size: sumOf(
              members.filter(({ last }) => last > origin),
              (one) => one.target,
            ),
            at: (steps) =>
              sumOf(members, (one) => forecastValue(method, one, origin, origin + steps, ways) ?? 0),
          }
        : null,
    reason,
    test,
    year: { quarter: end === null ? null : Math.min(year, end), target: null },
    end: { quarter: end, target },
  });
}
