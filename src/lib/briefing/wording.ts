import { showIn, showMoney, type Fen, type MoneyUnit } from '$lib/domain/money';
import { showNumber, showPercent } from '$lib/domain/ratio';
import { inUnit } from '$lib/domain/money';
import type { Label } from '$lib/domain/label';
import type { Region } from '$lib/domain/region';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Figure } from '$lib/metrics/figure';
import type { Measure } from '$lib/metrics/measures';
import type { MissingReason } from '$lib/metrics/missing';

/** A figure in the language of the page: its text and unit, or why there is none. Rounded here, once. */
export interface WordedFigure {
  figure: string | null;
  unit?: string;
  reason?: string;
}

/** The label in the language of the page. */
export const labelOf = (label: Label): string => label[getLocale()];

/** A place's full name in the language of the page; Chinese where no romanised name is written. */
export const placeName = ({ name, english }: Region): string =>
  getLocale() === 'zh' ? name : (english ?? name);

export const unitName = (unit: MoneyUnit): string =>
  ({ yuan: m.unit_yuan, wanYuan: m.unit_wan_yuan, yiYuan: m.unit_yi_yuan })[unit]();

const missingTexts: Record<MissingReason, () => string> = {
  no_projects: m.missing_no_projects,
  no_awards: m.missing_no_awards,
  no_appropriations: m.missing_no_appropriations,
  no_disbursements: m.missing_no_disbursements,
  no_targets: m.missing_no_targets,
  no_progress: m.missing_no_progress,
  no_acceptances: m.missing_no_acceptances,
  no_data_for_year: m.missing_no_data_for_year,
  not_imported: m.missing_not_imported,
  only_by_category: m.missing_only_by_category,
  only_by_prefecture: m.missing_only_by_prefecture,
  not_by_dimension: m.missing_not_by_dimension,
  no_quota: m.missing_no_quota,
  no_appropriation: m.missing_no_appropriation,
  no_values: m.missing_no_values,
  zero_whole: m.missing_zero_whole,
  no_statistics: m.missing_no_statistics,
  not_started: m.missing_not_started,
};

/** Why a figure is missing, in words. */
export const missingText = (reason: MissingReason | null): string =>
  reason ? missingTexts[reason]() : m.missing_no_values();

const absent = (reason: MissingReason | null): WordedFigure => ({
  figure: null,
  reason: missingText(reason),
});

/** Money by its own size: 亿元 from 1 亿元, else 万元. */
export function wordMoney(amount: Fen | null, reason: MissingReason | null = null): WordedFigure {
  if (amount === null) return absent(reason);
  if (getLocale() === 'en') return wordWesternMoney(amount);
  const { figure, unit } = showMoney(amount);
  return { figure, unit: unitName(unit) };
}

/** English counts in millions and billions: the same digits as 万元 and 亿元, one decimal point further on. */
function wordWesternMoney(amount: Fen): WordedFigure {
  const yuan = inUnit(amount, 'yuan');
  return Math.abs(yuan) >= 1e9
    ? { figure: showNumber(yuan / 1e9, 3), unit: m.unit_billion() }
    : { figure: showNumber(yuan / 1e6, 2), unit: m.unit_million() };
}

/** Money in one unit, for a column that keeps one scale; the unit stands in the head. */
export function wordColumnMoney(
  amount: Fen | null,
  unit: MoneyUnit,
  reason: MissingReason | null = null,
): WordedFigure {
  if (amount === null) return absent(reason);
  return { figure: showIn(amount, unit, unit === 'yiYuan' ? 2 : 0) };
}

export function wordPercent(
  ratio: number | null,
  places = 0,
  reason: MissingReason | null = null,
): WordedFigure {
  return ratio === null ? absent(reason) : { figure: showPercent(ratio, places), unit: '%' };
}

export function wordCount(count: number | null, reason: MissingReason | null = null): WordedFigure {
  return count === null ? absent(reason) : { figure: showNumber(count) };
}

/** A figure of any measure, set the way the measure asks for; key figures carry more decimals than tables. */
export function wordFigure(
  measure: Measure,
  { value, reason }: Figure,
  where: 'key' | 'table' = 'table',
): WordedFigure {
  if (value === null) return absent(reason);
  const { kind, figurePlaces, tablePlaces } = measure.format;
  const places = where === 'key' ? figurePlaces : tablePlaces;
  if (kind === 'percent') return wordPercent(value, places);
  if (kind === 'count') return wordCount(value);
  if (kind === 'times') return { figure: showNumber(value, places), unit: m.unit_times() };
  if (measure.unit === 'fen') return wordMoney(value);
  return { figure: showNumber(inUnit(value, 'wanYuan'), 1), unit: relativeUnit(measure) };
}

const relativeUnit = (measure: Measure): string =>
  measure.unit === 'fen_per_100m_gdp' ? m.unit_per_100m_gdp() : m.unit_per_10k_people();

/** The figure in one string, for sentences and titles: “44.17 亿元”, “60.5 %”; the space does not break. */
export const spoken = ({ figure, unit }: WordedFigure): string =>
  figure === null ? '—' : unit ? `${figure}\u00A0${unit}` : figure;

export const spokenMoney = (amount: Fen): string => spoken(wordMoney(amount));
export const spokenPercent = (ratio: number, places = 0): string => spoken(wordPercent(ratio, places));

/**
 * Percentage points between two ratios as they are shown: taken after rounding, so that a text and the figures
 * beside it never disagree by one.
 */
export const pointsBetween = (a: number, b: number): number => Number(shown(a)) - Number(shown(b));
const shown = (ratio: number): string => showPercent(ratio).replace('\u2212', '-');

/** Names in a row: “A、B” or “A, B”. */
export const listed = (names: readonly string[]): string => names.join(getLocale() === 'zh' ? '、' : ', ');

/** The word for a count: English tells one from many. */
export const forCount = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const hanNumbers = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** An area's name with its number as the guide prints it: “一、智能化改造数字化转型”. */
export const areaHeading = (sequence: number, name: Label): string =>
  getLocale() === 'zh' ? `${hanNumbers[sequence] ?? sequence}、${name.zh}` : `${sequence}. ${name.en}`;
