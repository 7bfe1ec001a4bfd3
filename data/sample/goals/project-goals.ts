import { quarterEnd, shareOfTimeGone, addDays, type IsoDate } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import type { KpiForm } from '$lib/policy/forms/form';
import { cellsOf, dutyOf, indicatorsFor, withParents, type ValueCell } from '$lib/policy/forms/look-up';
import { accumulates } from '$lib/policy/scoring/accumulates';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import { sampleFileId } from '../project-rows';
import type { Random } from '../random';
import { categoryReach, cityReach, clusterReach, reaches, shares } from './goal-parameters';
import { placesOf, targetValue } from './target-value';

type Project = Row<'project'>;
/** Rows of one project; their place in the package is given when all are there. */
export interface GoalRows {
  forms: Row<'target_form'>[];
  targets: Row<'target'>[];
  progress: Row<'progress'>[];
}

interface Goal {
  cell: ValueCell | null;
  key: string;
  target: IndicatorValue;
  places: number;
  grows: boolean;
  lower: boolean;
}

const place = (table: string) => ({ source_file_id: sampleFileId, source_sheet: table, source_row: null });

/** As many groups of each choice as the form wants at least, one where it does not say. */
function tickGroups(random: Random, form: KpiForm): string[] {
  const ticked = new Set<string>();
  for (const { of, atLeast, within } of form.choices) {
    if (within !== null && !withParents(form, [...ticked]).has(within)) continue;
    for (const id of random.shuffled(of).slice(0, Math.max(1, atLeast))) ticked.add(id);
  }
  return form.groups.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
}

function goalsOf(random: Random, form: KpiForm, groups: readonly string[]): Goal[] {
  const chosen = withParents(form, groups);
  const keeps = !random.chance(shares.belowMinimum);
  return indicatorsFor(form, groups).flatMap((row): Goal[] => {
    const isAsked = ['required', 'expected', 'counted'].includes(dutyOf(form, row, chosen));
    if (!isAsked && !random.chance(shares.optionalFilled)) return [];
    const cells = row.parts?.asked === 'any' ? cellsOf(row).slice(0, 1) : cellsOf(row);
    return cells.map((cell) => ({
      cell,
      key: cell.key,
      target: targetValue(random, cell, keeps),
      places: placesOf(cell),
      grows: accumulates(cell),
      lower: cell.measure.direction === 'lower',
    }));
  });
}

const ownNames = ['新增应用场景', '新增示范产线', '带动供应商'];

/** What a project reaches of its targets, beside the even pace: its own, its city's and its cluster's. */
function reachOf(
  random: Random,
  { city_adcode: city, cluster_id: cluster, category_id: category }: Project,
): number {
  const { from, to } = random.weighted(reaches, ({ weight }) => weight);
  return (
    random.between(from, to) *
    (cityReach[city] ?? 1) *
    (clusterReach[cluster ?? ''] ?? 1) *
    (categoryReach[category.split('/').at(-1) ?? ''] ?? 1)
  );
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

function actualOf(goal: Goal, reach: number, gone: number, money: boolean): IndicatorValue {
  const { cell, target, lower, grows, places } = goal;
  if (target.number === null) {
    const options = cell?.indicator.options ?? [];
    const step = reach >= 0.85 ? 0 : reach >= 0.6 ? 1 : 2;
    if (options.length > 0)
      return { number: null, text: options[Math.min(step, options.length - 1)]?.id ?? null };
    return {
      number: null,
      text: ['达成', '部分达成', '未达成'][gone < 1 && step === 0 ? (gone > 0.4 ? 0 : 1) : step] ?? null,
    };
  }
  if (lower) {
    const over = reach >= 0.9 ? 0.98 : 1 + (0.9 - reach) * 0.6;
    return { number: rounded(target.number * over, Math.max(1, places)), text: null };
  }
  const share = grows ? Math.min(1.6, reach * gone) : Math.min(1.05, 0.72 + 0.28 * Math.min(1, reach));
  const value = target.number * share;
  return { number: money ? Math.round(value / 1_000_000) * 1_000_000 : rounded(value, places), text: null };
}

/** Quarter ends from the award (the agreement is signed then) to the project's end, at most to the as-of day. */
function quartersOf(
  { awarded_on: from, end_date: end, accepted_on: accepted, terminated_on: ended }: Project,
  asOf: IsoDate,
) {
  if (from === null || end === null) return [];
  const last = [asOf, accepted ?? asOf, ended ?? asOf].reduce((a, b) => (a < b ? a : b));
  const quarters: IsoDate[] = [];
  for (let day = quarterEnd(from); day <= last; day = quarterEnd(addDays(day, 1))) {
    quarters.push(day);
    // The quarter in which the project ends is its last report.
    if (day >= end) break;
  }
  return quarters;
}

/** Targets of a project, and what it reported quarter by quarter if it was awarded. */
export function goalRowsOf(random: Random, project: Project, form: KpiForm, asOf: IsoDate): GoalRows {
  const head = { project_id: project.project_id, guide_year: form.guideYear, form_id: form.id };
  const groups = tickGroups(random.fork('groups'), form);
  const goals = goalsOf(random.fork('targets'), form, groups);
  const own = random.fork('own');
  if (form.takesOwnIndicators && own.chance(shares.ownIndicator)) {
    const target = { number: own.whole(2, 30), text: null };
    goals.push({ cell: null, key: 'own/1', target, places: 0, grows: true, lower: false });
  }
  const name = own.pick(ownNames);
  const targets = goals.map(({ key, target, grows, cell }): Row<'target'> => ({
    ...head,
    indicator_key: key,
    own_name: cell ? null : name,
    own_unit: cell ? null : '个',
    target_number: target.number,
    target_text: target.text,
    annual_number:
      form.annualTarget && target.number !== null
        ? grows
          ? Math.round(target.number / 2)
          : target.number
        : null,
    annual_text: form.annualTarget ? target.text : null,
    ...place('target'),
  }));
  const heads: Row<'target_form'> = {
    ...head,
    group_ids: groups.length > 0 ? groups.join(' ') : null,
    nominator: null,
    start_date: project.start_date,
    end_date: project.end_date,
    overall_goal: '完成项目建设内容，达到各项绩效目标（演示数据）',
    annual_goal: form.annualTarget ? '完成年度建设内容（演示数据）' : null,
    ...place('target_form'),
  };
  return {
    forms: [heads],
    targets,
    progress: progressOf(random.fork('progress'), project, goals, head, asOf),
  };
}

type Head = Pick<Row<'progress'>, 'project_id' | 'guide_year' | 'form_id'>;

function progressOf(random: Random, project: Project, goals: readonly Goal[], head: Head, asOf: IsoDate) {
  const { start_date: start, end_date: end } = project;
  if (start === null || end === null) return [];
  const reach = reachOf(random, project);
  const quarters = quartersOf(project, asOf);
  const spread = goals.map(() => random.between(0.94, 1.06));
  return quarters.flatMap((day, index): Row<'progress'>[] => {
    const isLast = index === quarters.length - 1;
    if (random.chance(isLast ? shares.lastMissed : shares.quarterMissed)) return [];
    const gone = shareOfTimeGone(day, start, end);
    return goals.map((goal, at) => {
      const money =
        (goal.cell?.indicator.readAs ?? goal.cell?.measure.unit)?.money !== null && goal.cell !== null;
      const isBack = index > 1 && random.chance(shares.backwards);
      const value = actualOf(goal, reach * (spread[at] ?? 1) * (isBack ? 0.5 : 1), gone, money);
      return {
        ...head,
        indicator_key: goal.key,
        period_end: day,
        actual_number: value.number,
        actual_text: value.text,
        note: null,
        ...place('progress'),
      };
    });
  });
}
