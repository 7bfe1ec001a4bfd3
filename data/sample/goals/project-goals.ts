import type { IsoDate } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import type { KpiForm } from '$lib/policy/forms/form';
import { sampleFileId } from '../project-rows';
import type { Random } from '../random';
import { drawGoals, tickGroups, type Goal } from './draw-goals';
import { quarterlyReports } from './quarterly-reports';

type Project = Row<'project'>;

/** Rows of one project's form, in the order of the package; their number there is given when all are there. */
export interface GoalRows {
  form: Row<'target_form'>;
  targets: Row<'target'>[];
  progress: Row<'progress'>[];
}

/** A sample that is made for a project: with its reach, 1 being all of its targets by its end. */
export interface GoalMaker {
  project: Project;
  reach: number;
  asOf: IsoDate;
}

type Head = Pick<Row<'target'>, 'project_id' | 'guide_year' | 'form_id'>;

const place = (table: string) => ({ source_file_id: sampleFileId, source_sheet: table, source_row: null });

const overallGoal = '完成项目建设内容，达到各项绩效目标（演示数据）';
const annualGoal = '完成年度建设内容（演示数据）';

/** The year asks for half of what grows, and for all of a level. */
function annualNumber({ target: { number }, grows, isMoney, places }: Goal): number | null {
  if (number === null || !grows) return number;
  return isMoney ? Math.round(number / 2) : Number((number / 2).toFixed(places));
}

const targetRow = (head: Head, goal: Goal, hasYear: boolean): Row<'target'> => ({
  ...head,
  indicator_key: goal.key,
  own_name: goal.own?.name ?? null,
  own_unit: goal.own?.unit ?? null,
  target_number: goal.target.number,
  target_text: goal.target.text,
  annual_number: hasYear ? annualNumber(goal) : null,
  annual_text: hasYear ? goal.target.text : null,
  ...place('target'),
});

/** Code units, as the package's order compares; a locale's order differs between machines. */
const byKey = (a: Goal, b: Goal): number => (a.key < b.key ? -1 : Number(a.key > b.key));

/** Targets of a project on one form, and what it reported quarter by quarter if it was awarded. */
export function goalRowsOf(random: Random, { project, reach, asOf }: GoalMaker, form: KpiForm): GoalRows {
  const head: Head = { project_id: project.project_id, guide_year: form.guideYear, form_id: form.id };
  const groups = tickGroups(random.fork('groups'), form);
  const goals = drawGoals(random.fork('targets'), form, groups, project).sort(byKey);
  const reports = quarterlyReports(random.fork('progress'), project, goals, reach, asOf);
  return {
    form: {
      ...head,
      group_ids: groups.length > 0 ? groups.join(' ') : null,
      nominator: null,
      start_date: project.start_date,
      end_date: project.end_date,
      overall_goal: overallGoal,
      annual_goal: form.annualTarget ? annualGoal : null,
      ...place('target_form'),
    },
    targets: goals.map((goal) => targetRow(head, goal, form.annualTarget)),
    progress: reports.map((report) => ({ ...head, ...report, ...place('progress') })),
  };
}
