import type { IsoDate } from '$lib/domain/calendar';
import type { ScoringRules } from '$lib/policy/scoring/scoring';
import type { CellShare } from '$lib/policy/scoring/indicator-share';
import type { Light } from '../light';
import type { GreyReason } from './goal-light';
import type { IndicatorGoal, ProjectGoals } from './project-goals';

/** A value cell of a form: what the indicator explorer looks at. */
export interface CellName {
  formId: string;
  key: string;
}

/** One project's value of an indicator beside its target. */
export interface IndicatorPoint {
  projectId: string;
  name: string;
  recipient: string;
  placeAdcode: string;
  awardFen: number | null;
  /** Numbers in the unit of the cell (money in 分); null where the cell holds words or nothing. */
  target: number | null;
  actual: number | null;
  /** Actual ÷ target where higher is better, else the share that it earns; null where it is not known. */
  attainment: number | null;
  light: Light;
  /** Why its light is grey. */
  reason: GreyReason | null;
  reportedTo: IsoDate | null;
}

/** How many projects lie from one limit on and below the next. */
export interface SpreadBin {
  from: number;
  /** Null in the last one. */
  below: number | null;
  count: number;
}

const attainmentOf = (share: CellShare): number | null => {
  if (!share.known) return null;
  if (share.working.kind === 'words' || share.working.lower) return share.share;
  return share.ratio === null ? share.share : Math.max(0, share.ratio);
};

const isCell =
  ({ formId, key }: CellName) =>
  (goal: IndicatorGoal) =>
    goal.formId === formId && goal.cell.key === key;

export interface CellGoal {
  project: ProjectGoals['project'];
  goal: IndicatorGoal;
}

/** The cell in every project that has it. */
export const cellGoals = (goals: readonly ProjectGoals[], cell: CellName): CellGoal[] =>
  goals.flatMap(({ project, indicators }) => {
    const goal = indicators.find(isCell(cell));
    return goal ? [{ project, goal }] : [];
  });

export const indicatorPoint = ({ project, goal }: CellGoal): IndicatorPoint => ({
  projectId: project.project_id,
  name: project.name,
  recipient: project.recipient_name,
  placeAdcode: project.place_adcode,
  awardFen: project.award_fen,
  target: goal.target?.number ?? null,
  actual: goal.actual?.number ?? null,
  attainment: attainmentOf(goal.share),
  light: goal.light.light,
  reason: goal.light.reason,
  reportedTo: goal.reportedTo,
});

/** Fifths of the target, then reached, then from where over-fulfilment asks for a written reason. */
export const spreadLimits = ({ explainFrom }: ScoringRules): number[] => [
  0,
  0.2,
  0.4,
  0.6,
  0.8,
  1,
  explainFrom,
];

// Binary division leaves 0.6 a hair beside 6 ÷ 10; limits are met exactly at nine decimals.
const exact = (ratio: number): number => Math.round(ratio * 1e9) / 1e9;

/** Attainments by limits: from each one on, below the next. */
export function spreadBins(attainments: readonly number[], limits: readonly number[]): SpreadBin[] {
  return limits.map((from, index) => {
    const below = limits[index + 1] ?? null;
    const within = attainments
      .map(exact)
      .filter((value) => value >= from && (below === null || value < below));
    return { from, below, count: within.length };
  });
}

const byAttainment = (a: IndicatorPoint, b: IndicatorPoint): number =>
  (a.attainment ?? 0) - (b.attainment ?? 0) || (b.awardFen ?? 0) - (a.awardFen ?? 0);

/** The projects that lag most and those that lead; of equal ones the larger award first. No project is in both. */
export function extremes(
  points: readonly IndicatorPoint[],
  most: number,
): { worst: IndicatorPoint[]; best: IndicatorPoint[] } {
  const known = points.filter(({ attainment }) => attainment !== null).sort(byAttainment);
  const each = Math.min(most, Math.floor(known.length / 2));
  const best = known
    .slice(known.length - each)
    .sort((a, b) => byAttainment(b, a) || (b.awardFen ?? 0) - (a.awardFen ?? 0));
  return { worst: known.slice(0, Math.max(each, known.length === 1 ? 1 : 0)), best };
}
