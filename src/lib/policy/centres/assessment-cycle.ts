import { addMonths, type IsoDate } from '../../domain/calendar.ts';
import type { AssessmentCycle } from './centres.ts';

/** A stretch of a centre's life that asks for one assessment (考核评估). */
export interface AssessmentWindow {
  cycle: AssessmentCycle;
  /** First day. */
  from: IsoDate;
  /** The day on which its years are full: the first day after it. */
  to: IsoDate;
  /** Years of assessment (考核年度) that count for it, both included. */
  firstYear: number;
  lastYear: number;
}

const monthsOfYears = (years: number): number => years * 12;
const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));
const after = (day: IsoDate, years: number): IsoDate => addMonths(day, monthsOfYears(years));

const cycleFrom = (cycles: readonly AssessmentCycle[], years: number): AssessmentCycle | null =>
  cycles.find(
    ({ fromYears, upToYears }) => fromYears <= years && (upToYears === null || years < upToYears),
  ) ?? null;

/**
 * The windows of a centre from its approval to the one that holds `day`, in order: yearly at first, then as the later
 * cycle says. A window ends on the same day of its last year (29 February becomes the 28th); an assessment counts for
 * it by its calendar year, as no table names the day. Empty before the approval. Source: rules/centres/2023/work.yaml.
 */
export function assessmentWindows(
  cycles: readonly AssessmentCycle[],
  approvedOn: IsoDate,
  day: IsoDate,
): AssessmentWindow[] {
  const windows: AssessmentWindow[] = [];
  let years = 0;
  let from = approvedOn;
  while (from <= day) {
    const cycle = cycleFrom(cycles, years);
    if (!cycle) break;
    years += Math.min(cycle.everyYears, (cycle.upToYears ?? Infinity) - years);
    const to = after(approvedOn, years);
    windows.push({ cycle, from, to, firstYear: yearOf(from) + 1, lastYear: yearOf(to) });
    from = to;
  }
  return windows;
}

/**
 * The cycle that holds on a day: from the very day on which three years are full it is the later one (I-04).
 * Null before the approval.
 */
export const cycleAt = (
  cycles: readonly AssessmentCycle[],
  approvedOn: IsoDate,
  day: IsoDate,
): AssessmentCycle | null => assessmentWindows(cycles, approvedOn, day).at(-1)?.cycle ?? null;

/** Whether a window got its assessment: `open` while a year that counts for it has not ended, else `missed`. */
export type WindowState = 'assessed' | 'open' | 'missed';

export interface AssessedWindow extends AssessmentWindow {
  state: WindowState;
  /** Years in it with a result. */
  years: number[];
}

/** Windows by `day` with the years of assessment that fall in each. */
export const assessedWindows = (
  cycles: readonly AssessmentCycle[],
  approvedOn: IsoDate,
  assessedYears: readonly number[],
  day: IsoDate,
): AssessedWindow[] =>
  assessmentWindows(cycles, approvedOn, day).map((window) => {
    const years = assessedYears.filter((year) => year >= window.firstYear && year <= window.lastYear);
    const state = years.length > 0 ? 'assessed' : yearOf(day) > window.lastYear ? 'missed' : 'open';
    return { ...window, state, years };
  });

/** Years with a result that no window asks for, such as that of the approval itself. */
export const yearsOffCycle = (windows: readonly AssessedWindow[], years: readonly number[]): number[] =>
  years.filter((year) => !windows.some((window) => window.years.includes(year)));

/** The window that waits for its assessment: the first open one by `day`, else the one that follows the last. */
export function nextWindow(
  cycles: readonly AssessmentCycle[],
  approvedOn: IsoDate,
  windows: readonly AssessedWindow[],
): AssessmentWindow | null {
  const open = windows.find(({ state }) => state === 'open');
  const last = windows.at(-1);
  return open ?? (last ? (assessmentWindows(cycles, approvedOn, last.to).at(-1) ?? null) : null);
}
