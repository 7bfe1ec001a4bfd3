import type { IsoDate } from '$lib/domain/calendar';
import type { Engine } from '$lib/warehouse/engine';
import type { MetricsContext, Scope } from '../scope';
import { standingAt } from '../standing';
import { historyRows, type HistoryRow } from './goal-sql';
import { indicatorHistory, type HistoryPoint } from './indicator-history';
import {
  cellGoals,
  extremes,
  indicatorPoint,
  spreadBins,
  spreadLimits,
  type CellName,
  type IndicatorPoint,
  type SpreadBin,
} from './indicator-points';
import { addsUp, type IndicatorSum } from './indicator-sums';
import type { GoalRules, ProjectGoals } from './project-goals';

/** Everything that the explorer shows of one indicator. */
export interface IndicatorDetail {
  sum: IndicatorSum;
  addsUp: boolean;
  /** Every project that has the indicator. */
  points: IndicatorPoint[];
  bins: SpreadBin[];
  /** Projects with no value that can be held against a target. */
  unknown: number;
  history: HistoryPoint[];
  best: IndicatorPoint[];
  worst: IndicatorPoint[];
  asOf: IsoDate;
}

const mostExtremes = 5;

/** Name of a cell in an address: `1-18 energy-saved`. */
export const cellId = ({ formId, key }: CellName): string => `${formId} ${key}`;

const concern = ({ light }: IndicatorSum): number =>
  ['red', 'yellow', 'green', 'blue', 'grey'].indexOf(light);

/** The indicator that the reader names, else the one that lags most, such as add up first. */
export function chosenIndicator(sums: readonly IndicatorSum[], wanted: string | null): IndicatorSum | null {
  const named = sums.find((sum) => cellId(sum) === wanted);
  if (named) return named;
  const [first] = sums
    .filter(({ reported }) => reported > 0)
    .sort(
      (a, b) =>
        Number(a.target === null) - Number(b.target === null) ||
        concern(a) - concern(b) ||
        b.reported - a.reported,
    );
  return first ?? sums[0] ?? null;
}

/** One indicator over the projects of a category, with its history: one question to the engine. */
export async function loadIndicatorDetail(
  engine: Engine,
  { meta }: MetricsContext,
  scope: Scope,
  goals: readonly ProjectGoals[],
  sum: IndicatorSum,
  rules: GoalRules,
): Promise<IndicatorDetail> {
  const kept = await standingAt(engine, meta, scope.asOf);
  const rows = await engine.query<HistoryRow>(historyRows(kept, scope, sum));
  const cells = cellGoals(goals, sum);
  const [first] = cells;
  const adds = first !== undefined && addsUp(first.goal);
  const points = cells.map(indicatorPoint);
  const known = points.flatMap(({ attainment }) => attainment ?? []);
  return {
    sum,
    addsUp: adds,
    points,
    bins: spreadBins(known, spreadLimits(rules.scoring)),
    unknown: points.length - known.length,
    history: indicatorHistory(cells, rows, scope.asOf, adds, rules),
    ...extremes(points, mostExtremes),
    asOf: scope.asOf,
  };
}
