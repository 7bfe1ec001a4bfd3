import {
  addDays,
  addMonths,
  daysBetween,
  quarterEnd,
  shareOfTimeGone,
  type IsoDate,
} from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import type { Random } from '../random';
import { actualValue, type Moment } from './actual-value';
import type { Goal } from './draw-goals';
import {
  bends,
  citySilence,
  explains,
  fewestDaysAtWork,
  notes,
  quartersBeforeAward,
  shares,
  spreads,
} from './goal-parameters';

type Project = Row<'project'>;
/** What was reported; where it stands in the package is added when all is there. */
export type Report = Pick<
  Row<'progress'>,
  'indicator_key' | 'period_end' | 'actual_number' | 'actual_text' | 'note'
>;

/**
 * Quarters that an awarded project reports: from its start to its end or early end, at most to the as-of day. What it
 * did long before the award nobody asks for; of what had ended by then only the last quarter.
 */
export function quartersOf(project: Project, asOf: IsoDate): IsoDate[] {
  const { start_date: start, end_date: end, awarded_on: awarded, terminated_on: ended } = project;
  if (awarded === null || start === null || end === null) return [];
  const last = ended !== null && ended < asOf ? ended : asOf;
  const earliest = addMonths(quarterEnd(awarded).slice(0, 8) + '01', -3 * quartersBeforeAward);
  const quarters: IsoDate[] = [];
  for (let day = quarterEnd(start); day <= last; day = quarterEnd(addDays(day, 1))) {
    const isAsked = daysBetween(start, day) >= fewestDaysAtWork && day > earliest;
    if (isAsked || day >= end) quarters.push(day);
    // The quarter in which the project ends is its last report.
    if (day >= end) break;
  }
  return quarters;
}

/** The quarters of them that were in fact reported. */
function reportedOf(random: Random, project: Project, quarters: readonly IsoDate[]): IsoDate[] {
  const silence = citySilence[project.city_adcode] ?? 1;
  if (random.chance(shares.neverReports * silence)) return [];
  const until = random.chance(shares.fallenSilent * silence) ? -random.whole(2, 4) : quarters.length;
  const last = quarters.at(-1);
  return quarters
    .slice(0, until)
    .filter((day) => !random.chance(silence * (day === last ? shares.lastMissed : shares.quarterMissed)));
}

/** One indicator of a project over its quarters. */
class Series {
  private highest = -Infinity;
  private readonly spread: number;
  private readonly isExplained: boolean;

  constructor(
    private readonly random: Random,
    private readonly goal: Goal,
  ) {
    const share = random.weighted(spreads, ({ weight }) => weight);
    const isPart = goal.cell?.indicator.partOf ?? null;
    this.spread = isPart === null ? random.between(share.from, share.to) : 0.95;
    this.isExplained = random.chance(shares.explained);
  }

  at(day: IsoDate, { reach, ...moment }: Moment): Report {
    const value = this.notFalling(actualValue(this.goal, { ...moment, reach: reach * this.spread }));
    const note = this.isExplained ? this.noteOn(value, moment.gone) : null;
    const { number: actual_number, text: actual_text } = value;
    return { indicator_key: this.goal.key, period_end: day, actual_number, actual_text, note };
  }

  /** What adds up never falls, but for the odd report that was filled in wrongly. */
  private notFalling({ number, text }: IndicatorValue): IndicatorValue {
    if (number === null || !this.goal.grows) return { number, text };
    const isWrong = this.highest > 0 && this.random.chance(shares.backwards);
    this.highest = Math.max(this.highest, number);
    if (!isWrong) return { number: this.highest, text };
    return { number: Math.floor(this.highest * this.random.between(0.4, 0.9)), text };
  }

  private noteOn({ number }: IndicatorValue, gone: number): string | null {
    const { target, grows } = this.goal;
    if (number === null || target.number === null || target.number === 0 || !grows) return null;
    const ratio = number / target.number;
    if (ratio >= explains.from) return this.random.pick(notes.above);
    return gone === 1 && ratio < explains.below ? this.random.pick(notes.below) : null;
  }
}

/** The bent share of time gone: it starts and ends with the time itself and never falls. */
const bentBy = (gone: number, bend: number): number => gone * (1 - bend + bend * gone);

/** What a project reported of its goals, in the order of its indicators and quarters. */
export function quarterlyReports(
  random: Random,
  project: Project,
  goals: readonly Goal[],
  reach: number,
  asOf: IsoDate,
): Report[] {
  const { start_date: start, end_date: end } = project;
  const days = reportedOf(random.fork('silence'), project, quartersOf(project, asOf));
  if (start === null || end === null || days.length === 0) return [];
  const bend = random.between(bends.from, bends.to);
  return goals.flatMap((goal) => {
    const series = new Series(random.fork(goal.key), goal);
    return days.map((day) => {
      const gone = shareOfTimeGone(day, start, end);
      return series.at(day, { gone, bent: bentBy(gone, bend), reach });
    });
  });
}
