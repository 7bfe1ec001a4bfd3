import { labelOf, wordColumnMoney, wordPercent, type WordedFigure } from '$lib/briefing/wording';
import { inUnit } from '$lib/domain/money';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { IndicatorPoint } from '$lib/metrics/targets/indicator-points';
import type { IndicatorSum } from '$lib/metrics/targets/indicator-sums';
import { portal } from '../portal.svelte';

type Unit = IndicatorSum['unit'];

/** A value in the unit that its form prints: money is 分 inside. */
export const inPrintedUnit = (value: number, unit: Unit): number =>
  unit?.money ? inUnit(value, unit.money) : value;

export const unitWords = (unit: Unit): string => (unit ? labelOf(unit.name) : '');

/** A value of an indicator for a column, or why there is none. */
export function wordValue(value: number | null, unit: Unit, reason: string): WordedFigure {
  if (value === null) return { figure: null, reason };
  if (unit?.money) return wordColumnMoney(value, unit.money);
  return { figure: showNumber(value, Number.isInteger(value) ? 0 : 2) };
}

export const wordAttainment = ({ attainment }: Pick<IndicatorPoint, 'attainment'>): WordedFigure =>
  attainment === null ? { figure: null, reason: m.targets_no_report() } : wordPercent(attainment);

export const projectHref = (projectId: string): string =>
  portal.address.href(`/projects/${encodeURIComponent(projectId)}`);
