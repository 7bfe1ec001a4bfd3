import type { IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import type { ForecastRules } from '$lib/policy/forecast/forecast';
import type { BackTest } from './back-test';
import { forecastPaid, historyOf } from './money-methods';
import type { MoneySeries } from './money-series';
import type { Curves } from './money-trials';
import { outlookOf, type HistoryPoint, type NoForecast, type Outlook } from './outlook';
import { endOf, lastWhole, quarterOf, yearEndOf } from './quarters';

export interface MoneyAsked {
  asOf: IsoDate;
  /** Last day of the execution period; null where no money was set aside. */
  periodEnd: IsoDate | null;
  /** What should be paid by then. */
  target: Fen | null;
  /** Why the filters allow no forecast. */
  barred: NoForecast | null;
  curves: Curves;
  test: BackTest | null;
  rules: ForecastRules;
}

function reasonOf(series: MoneySeries, { asOf, periodEnd, barred, rules }: MoneyAsked): NoForecast | null {
  const origin = lastWhole(asOf);
  if (barred) return barred;
  if (series.start === null) return 'nothing_awarded';
  if (periodEnd !== null && quarterOf(periodEnd) <= origin) return 'period_over';
  if (series.unpaidBy(quarterOf(asOf)) <= 0) return 'nothing_owed';
  return historyOf(series, origin) < rules.leastHistory ? 'too_little_history' : null;
}

function historyPoints(series: MoneySeries, asOf: IsoDate): HistoryPoint[] {
  const origin = lastWhole(asOf);
  if (series.start === null) return [];
  const points: HistoryPoint[] = [{ date: endOf(series.start - 1), value: series.paidBy(series.start - 1) }];
  for (let quarter = series.start; quarter <= origin; quarter += 1)
    points.push({ date: endOf(quarter), value: series.paidBy(quarter) });
  if (asOf > endOf(origin)) points.push({ date: asOf, value: series.paidBy(quarterOf(asOf)) });
  return points;
}

/** Paid so far and what may be paid by the end of the year and of the period, of one category or of all. */
export function moneyOutlook(series: MoneySeries, asked: MoneyAsked): Outlook {
  const { asOf, periodEnd, target, curves, test, rules } = asked;
  const origin = lastWhole(asOf);
  const reason = reasonOf(series, asked);
  const method = test?.method;
  const ways = { curve: curves.at(origin), recentQuarters: rules.recentQuarters };
  const end = periodEnd === null ? null : quarterOf(periodEnd);
  const year = yearEndOf(asOf);
  const yearQuarter = end === null ? year : Math.min(year, end);
  return outlookOf({
    origin,
    done: series.paidBy(quarterOf(asOf)),
    history: historyPoints(series, asOf),
    recentPace:
      historyOf(series, origin) < rules.recentQuarters
        ? null
        : (series.paidBy(origin) - series.paidBy(origin - rules.recentQuarters)) / rules.recentQuarters,
    projection:
      reason === null && method
        ? {
            size: series.awardedBy(origin),
            at: (steps) => Math.round(forecastPaid(method, series, origin, steps, ways)),
          }
        : null,
    reason,
    test,
    year: { quarter: yearQuarter, target: series.plannedBy(yearQuarter) },
    end: { quarter: end, target },
  });
}
