import { m } from '$lib/i18n/paraglide/messages';
import type { IndicatorForecast } from '$lib/metrics/forecast/load-indicator-forecast';
import type { MoneyForecast } from '$lib/metrics/forecast/load-money-forecast';
import type { NoForecast, Outlook } from '$lib/metrics/forecast/outlook';
import { spokenMoney } from '../wording';

const reasons: Record<NoForecast, () => string> = {
  too_little_history: m.forecast_reason_too_little_history,
  nothing_awarded: m.forecast_reason_nothing_awarded,
  nothing_owed: m.forecast_reason_nothing_owed,
  no_report: m.forecast_reason_no_report,
  no_target: m.forecast_reason_no_target,
  no_period: m.forecast_reason_no_period,
  period_over: m.forecast_reason_period_over,
  too_far: m.forecast_reason_too_far,
  chosen_by_outcome: m.forecast_barred,
};

/** Why nothing is forecast, in words. */
export const noForecastText = (reason: NoForecast | null): string =>
  reason ? reasons[reason]() : m.forecast_reason_too_little_history();

export const targetName = ({ targetKind }: MoneyForecast): string =>
  targetKind === 'appropriation' ? m.forecast_target_appropriation() : m.forecast_target_awarded();

const money = (amount: number): string => spokenMoney(Math.round(amount));

/** What is expected to be paid, and what is needed a quarter to pay out what was set aside. */
export function moneyForecastTitle(view: MoneyForecast): string {
  const { total } = view;
  const { year, end } = total;
  if (total.reason !== null)
    return m.forecast_money_title_none({ done: money(total.done), reason: noForecastText(total.reason) });
  const parts = {
    year: year.expected ? money(year.expected.centre) : '—',
    end: end.expected ? money(end.expected.centre) : '—',
    target: targetName(view),
  };
  if (end.needed.kind === 'met') return m.forecast_money_title_met(parts);
  if (end.needed.kind !== 'needs') return m.forecast_money_title_open(parts);
  const need = money(end.needed.amount);
  return end.expected
    ? m.forecast_money_title({ ...parts, need })
    : m.forecast_money_title_end({ ...parts, need });
}

const isMet = ({ outlook }: IndicatorForecast): boolean => outlook.end.needed.kind === 'met';

/** Reaches its target by the end, as far as can be told. */
export const willMake = ({ end }: Outlook): boolean =>
  end.target !== null && (end.needed.kind === 'met' || (end.expected?.centre ?? -Infinity) >= end.target);

/** How many indicators of a category are at their targets. */
export const indicatorsForecastTitle = (name: string, indicators: readonly IndicatorForecast[]): string =>
  indicators.length === 0
    ? m.forecast_indicators_none()
    : m.forecast_indicators_title_met({
        name,
        count: indicators.length,
        met: indicators.filter(isMet).length,
      });

/** How many indicators of a project will make their targets. */
export function projectForecastTitle(indicators: readonly IndicatorForecast[]): string {
  const count = indicators.length;
  const met = indicators.filter(isMet).length;
  if (indicators.every(({ outlook }) => outlook.end.reason === 'period_over'))
    return m.forecast_own_title_over({ count, met });
  if (indicators.every(({ outlook: { end } }) => end.expected === null))
    return m.forecast_own_title_unsure({ count, met });
  return m.forecast_own_title({ count, made: indicators.filter(({ outlook }) => willMake(outlook)).length });
}
