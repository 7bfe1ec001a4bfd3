import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import { floorToWan } from '../wan';
import type { Goal } from './draw-goals';
import { rounded } from './target-value';

/** Where a project stands when it reports. */
export interface Moment {
  /** Share of the project's time gone. */
  gone: number;
  /** The same, bent: projects start slower than they go on. */
  bent: number;
  /** What this indicator reaches of its target in the end. */
  reach: number;
}

const mostReached = 1.9;
const largestAmountInWan = 1_000_000;
/** Below this many a count is rounded up: of three patents the first comes early. */
const fewPieces = 10;

const words = { reached: '达成', partly: '部分达成', missed: '未达成' };

/** How far a project is with what is no number: 0 reached, 1 partly, 2 not. */
function stepOf({ reach, gone }: Moment): 0 | 1 | 2 {
  if (reach >= 0.85) return gone > 0.4 ? 0 : 1;
  return reach >= 0.55 ? 1 : 2;
}

function wordsOf({ cell }: Goal, moment: Moment): string | null {
  const step = stepOf(moment);
  const options = cell?.indicator.options ?? [];
  if (options.length > 0) return options[Math.min(step, options.length - 1)]?.id ?? null;
  return [words.reached, words.partly, words.missed][step] ?? null;
}

/** Problems found, ranks, costs: a weak project ends above what it promised. */
function lowerOf(target: number, places: number, { reach, gone }: Moment): number {
  if (reach >= 0.85) return rounded(target * 0.98, places);
  return target === 0
    ? gone > 0.5
      ? 1
      : 0
    : rounded(target * (1 + (0.9 - reach) * 0.6), Math.max(1, places));
}

/** A rate or a satisfaction stands near its target early on, and weak projects stay below it. */
function levelOf(target: number, { isPercent, places }: Goal, { reach, gone }: Moment): number {
  const final = reach < 1 ? 1 - 0.55 * (1 - reach) : 1 + 0.12 * (reach - 1);
  const value = target * final * (0.95 + 0.05 * gone);
  return rounded(isPercent && target <= 100 ? Math.min(100, value) : value, places);
}

function amountOf(target: number, { isMoney, places }: Goal, { reach, bent }: Moment): number {
  const value = target * Math.min(mostReached, reach * bent);
  if (isMoney) return value > largestAmountInWan ? floorToWan(value) : Math.round(value);
  return places === 0 && target < fewPieces ? Math.ceil(value - 0.05) : rounded(value, places);
}

/** What a project reports for one indicator at one moment. */
export function actualValue(goal: Goal, moment: Moment): IndicatorValue {
  const { number: target } = goal.target;
  if (target === null) return { number: null, text: wordsOf(goal, moment) };
  const of = goal.lower ? lowerOf(target, goal.places, moment) : null;
  const number = of ?? (goal.grows ? amountOf(target, goal, moment) : levelOf(target, goal, moment));
  return { number, text: null };
}
