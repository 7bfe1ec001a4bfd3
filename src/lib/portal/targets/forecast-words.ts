import { noForecastText } from '$lib/briefing/headlines/forecast';
import { labelOf, listed, spokenPercent, wordColumnMoney, type WordedFigure } from '$lib/briefing/wording';
import type { ForecastInput } from '$lib/charts/forecast-line/options';
import { inUnit, type MoneyUnit } from '$lib/domain/money';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { BackTest } from '$lib/metrics/forecast/back-test';
import type { Needed } from '$lib/metrics/forecast/needed';
import type { Horizon, Outlook } from '$lib/metrics/forecast/outlook';
import type { ForecastMethod, MethodId } from '$lib/policy/forecast/forecast';
import type { Unit } from '$lib/policy/forms/form';

/** How amounts of a series are written: money in one unit, or a number with the places that it needs. */
export interface AmountStyle {
  money: MoneyUnit | null;
  places: number;
}

export const moneyStyle = (unit: 'wanYuan' | 'yiYuan'): AmountStyle => ({
  money: unit,
  places: unit === 'yiYuan' ? 2 : 0,
});

/** Small counts keep a decimal, so that a forecast between two whole numbers can be told. */
export const styleOf = (unit: Unit | null, largest: number): AmountStyle =>
  unit?.money
    ? { money: unit.money, places: unit.money === 'yiYuan' ? 2 : 0 }
    : { money: null, places: largest < 100 ? 1 : 0 };

export const wordAmount = (value: number, { money, places }: AmountStyle): string =>
  money
    ? (wordColumnMoney(Math.round(value), money).figure ?? '—')
    : showNumber(value, Number.isInteger(value) ? 0 : places);

export const largestOf = ({ done, path, end }: Outlook): number =>
  Math.max(done, end.target ?? 0, ...path.map(({ high }) => high));

/** An expected value with its band: “3,360 ± 210”, or its two ends where the band was cut off at what is done. */
export function wordHorizon({ expected, reason }: Horizon, style: AmountStyle): WordedFigure {
  if (!expected) return { figure: null, reason: noForecastText(reason) };
  const { centre, low, high } = expected;
  const [up, down] = [wordAmount(high - centre, style), wordAmount(centre - low, style)];
  const shown = wordAmount(centre, style);
  return {
    figure:
      up === down ? `${shown} ± ${up}` : `${shown}（${wordAmount(low, style)}–${wordAmount(high, style)}）`,
  };
}

/** What is needed a quarter; reached, short or without a target in words. */
export function wordNeeded(needed: Needed, style: AmountStyle): WordedFigure {
  switch (needed.kind) {
    case 'needs':
      return { figure: wordAmount(needed.amount, style) };
    case 'met':
      return { figure: m.forecast_needed_met() };
    case 'short':
      return { figure: m.forecast_needed_short({ amount: wordAmount(needed.amount, style) }) };
    case 'no_target':
      return { figure: null, reason: m.forecast_no_target() };
  }
}

/** A series for the chart, in the unit that it is written in. */
export function chartInput(
  { history, path, end }: Outlook,
  asOf: string,
  targetWord: string,
  { money, places }: AmountStyle,
): ForecastInput {
  const scaled = (value: number) => (money ? inUnit(value, money) : value);
  return {
    asOf,
    places,
    history: history.map(({ date, value }) => ({ date, value: scaled(value) })),
    path: path.map(({ date, centre, low, high }) => ({
      date,
      centre: scaled(centre),
      low: scaled(low),
      high: scaled(high),
    })),
    target: end.target === null ? null : { value: scaled(end.target), word: targetWord },
  };
}

export const methodName = (methods: readonly ForecastMethod[], id: MethodId): string => {
  const found = methods.find((method) => method.id === id);
  return found ? labelOf(found.name) : id;
};

const errorPlaces = 1;
const coverageWords = (coverage: { share: number; of: number } | null): string =>
  coverage ? spokenPercent(coverage.share) : '—';

/** One sentence on how the chosen method did. */
export function testSummary(test: BackTest, methods: readonly ForecastMethod[]): string {
  const [first] = test.steps;
  if (!first) return m.forecast_reason_too_little_history();
  return m.forecast_test_summary({
    origins: test.origins,
    method: methodName(methods, test.method),
    error: spokenPercent(first.medianError, errorPlaces),
    naive: spokenPercent(first.naiveError, errorPlaces),
    coverage: coverageWords(first.coverage),
  });
}

/** Every method that was tried, with its error. */
export const triedWords = ({ tried }: BackTest, methods: readonly ForecastMethod[]): string =>
  m.forecast_tried({
    list: listed(
      tried.map(({ method, medianError }) =>
        m.forecast_tried_one({
          name: methodName(methods, method),
          error: spokenPercent(medianError, errorPlaces),
        }),
      ),
    ),
  });

/** Fewer outcomes fell in the band than it was drawn for, at some step. */
export const isNarrow = ({ steps }: BackTest, band: number): boolean =>
  steps.some(({ coverage }) => coverage !== null && coverage.share < band);
