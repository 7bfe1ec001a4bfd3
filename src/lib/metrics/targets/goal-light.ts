import { addDays, addMonths, quarterEnd, shareOfTimeGone, type IsoDate } from '$lib/domain/calendar';
import type { LightSteps } from '$lib/policy/rulebook';
import type { CellShare } from '$lib/policy/scoring/indicator-share';
import type { ReportingRules } from '$lib/policy/scoring/scoring';
import { lightOf, type Light } from '../light';

/** Why a goal light is grey: nothing to compare, or nothing that was reported in time. */
export type GreyReason =
  'no_target' | 'no_report' | 'report_overdue' | 'no_period' | 'not_started' | 'not_read';

export interface GoalLight {
  light: Light;
  /** Attainment ÷ share of time gone; null where the light does not come from a pace. */
  pace: number | null;
  reason: GreyReason | null;
}

const grey = (reason: GreyReason): GoalLight => ({ light: 'grey', pace: null, reason });

/**
 * The latest quarter whose report is due at the as-of day: it ended, and its days of grace have passed.
 */
export function lastDueQuarter(asOf: IsoDate, { graceDays }: ReportingRules): IsoDate {
  const latest = addDays(asOf, -graceDays);
  const end = quarterEnd(latest);
  return end === latest ? end : quarterEnd(addMonths(`${latest.slice(0, 8)}01`, -3));
}

/** First and last day in which a project is carried out; null where one is not known. */
export interface ProjectPeriod {
  start: IsoDate | null;
  end: IsoDate | null;
}

/** The earlier of the last due quarter and the last one that the project's period reaches. */
const wantedQuarter = (due: IsoDate, { start, end }: ProjectPeriod): IsoDate | null => {
  if (start !== null && quarterEnd(start) > due) return null;
  return end !== null && quarterEnd(end) < due ? quarterEnd(end) : due;
};

/**
 * The light of one indicator. A value is compared with the time that it speaks of: the share of the project's period
 * that had gone at the end of the reported quarter. A missing or overdue report is grey, never green; an indicator
 * that is better lower is green up to its target and red above; words are green, yellow or red by their band.
 */
export function goalLight(
  { share, grows }: { share: CellShare; grows: boolean },
  reportedTo: IsoDate | null,
  period: ProjectPeriod,
  due: IsoDate,
  steps: LightSteps,
): GoalLight {
  if (!share.known) {
    if (share.reason === 'no_report') return grey('no_report');
    return grey(share.reason === 'no_target' ? 'no_target' : 'not_read');
  }
  const wanted = wantedQuarter(due, period);
  if (reportedTo === null) return grey('no_report');
  if (wanted !== null && reportedTo < wanted) return grey('report_overdue');
  const { working } = share;
  if (working.kind === 'words') return { light: working.band.light, pace: null, reason: null };
  if (working.lower) return { light: share.share < 1 ? 'red' : 'green', pace: null, reason: null };
  if (period.start === null || period.end === null) return grey('no_period');
  const timeShare = shareOfTimeGone(reportedTo, period.start, period.end);
  if (timeShare === 0) return grey('not_started');
  if (share.ratio === null) return { light: share.share < 1 ? 'red' : 'green', pace: null, reason: null };
  const pace = grows ? share.ratio / timeShare : share.ratio;
  return { light: lightOf(pace, steps), pace, reason: null };
}

/** Worst first: what is known to lag weighs more than what is not known, and nothing unknown passes for good. */
export const worstFirst: readonly Light[] = ['red', 'yellow', 'grey', 'green', 'blue'];

/** The worst of some lights; grey where there are none. */
export const worstLight = (lights: readonly Light[]): Light =>
  worstFirst.find((light) => lights.includes(light)) ?? 'grey';
