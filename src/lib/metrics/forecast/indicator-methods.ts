import type { MethodId } from '$lib/policy/forecast/forecast';
import type { CellHistory } from './indicator-cells';
import type { Quarter } from './quarters';

/** Mean share of the target reached, by part of the period gone; null where nobody has reported. */
export type GrowthCurve = readonly (number | null)[];

const partOf = (share: number, parts: number): number => Math.round(share * parts);

/** How indicators grew over their projects' periods, from every report that was in by the end of a quarter. */
export function growthCurve(histories: readonly CellHistory[], origin: Quarter, parts: number): GrowthCurve {
  const sums = Array.from({ length: parts + 1 }, () => ({ sum: 0, count: 0 }));
  for (const history of histories)
    for (const { quarter, value } of history.reports) {
      const part = sums[partOf(history.timeShareAt(quarter), parts)];
      if (!part || quarter > origin) continue;
      part.sum += value / history.target;
      part.count += 1;
    }
  return sums.map(({ sum, count }) => (count === 0 ? null : sum / count));
}

/** Where nobody has reported, growth is taken as even. */
const grownAt = (curve: GrowthCurve, share: number): number =>
  curve[partOf(share, curve.length - 1)] ?? share;

export interface IndicatorWays {
  curve: GrowthCurve;
  recentQuarters: number;
}

function recentPace(history: CellHistory, origin: Quarter, recentQuarters: number): number {
  const quarters = Math.min(recentQuarters, origin - history.first + 1);
  if (quarters <= 0) return 0;
  const before = history.latestBy(origin - quarters)?.value ?? 0;
  return ((history.latestBy(origin)?.value ?? 0) - before) / quarters;
}

/**
 * The value of an indicator at the end of a quarter, as one who knows the reports up to the origin would say; from the
 * project's end on it stays. Never less than what is reported already; null before the first report.
 */
export function forecastValue(
  method: MethodId,
  history: CellHistory,
  origin: Quarter,
  quarter: Quarter,
  { curve, recentQuarters }: IndicatorWays,
): number | null {
  const latest = history.latestBy(origin);
  if (!latest) return null;
  const { value, quarter: from } = latest;
  const until = Math.min(quarter, history.last);
  if (until <= from) return value;
  const [gone, will] = [history.timeShareAt(from), history.timeShareAt(until)];
  const raw =
    method === 'recent'
      ? value + recentPace(history, from, recentQuarters) * (until - from)
      : method === 'cohort'
        ? value + history.target * (grownAt(curve, will) - grownAt(curve, gone))
        : gone > 0
          ? (value / gone) * will
          : value;
  return Math.max(value, raw);
}
