import type { KpiForm } from '$lib/policy/forms/form';
import type { Label } from '$lib/domain/label';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import { roundPoints, scoreProject, type Score } from '$lib/policy/scoring/score';
import type { TickedRow } from './goal-sql';
import type { GoalRules, IndicatorGoal, ProjectGoals } from './project-goals';

const valuesOf = (
  goals: readonly IndicatorGoal[],
  side: (goal: IndicatorGoal) => IndicatorValue | null,
): Map<string, IndicatorValue> =>
  new Map(
    goals.flatMap((goal) => {
      const value = side(goal);
      return value ? [[goal.cell.key, value] as const] : [];
    }),
  );

const isAddedByProject = ({ cell: { indicator } }: IndicatorGoal): boolean =>
  indicator.part === 'own' && indicator.sequence === 0;

function scoreOfForm(
  form: KpiForm,
  { project, indicators }: ProjectGoals,
  ticked: readonly string[],
  { scoring, variant }: GoalRules,
): Score {
  const known = new Set(form.groups.map(({ id }) => id));
  const goals = indicators.filter(({ formId }) => formId === form.id);
  return scoreProject(
    {
      form,
      groups: ticked.filter((id) => known.has(id)),
      own: goals.filter(isAddedByProject).map(({ cell }) => cell),
      targets: valuesOf(goals, ({ target }) => target),
      actuals: valuesOf(goals, ({ actual }) => actual),
      deductions: [],
    },
    { budgetFen: project.award_fen, paidFen: project.paid_fen },
    scoring,
    variant,
  );
}

/** The score of a project by one of its forms. */
export interface FormScore {
  projectId: string;
  formId: string;
  score: Score;
}

/** Scores of all projects by each form that they have targets of, in the order of the projects. */
export function formScores(
  goals: readonly ProjectGoals[],
  ticked: readonly TickedRow[],
  rules: GoalRules,
): FormScore[] {
  const forms = new Map(rules.forms.map((form) => [`${form.guideYear} ${form.id}`, form]));
  const groups = new Map(
    ticked.map(({ project_id: id, form_id: form, group_ids: ids }) => [
      `${id} ${form}`,
      ids?.split(' ') ?? [],
    ]),
  );
  return goals.flatMap((goal) => {
    const { project_id: id, guide_year: year } = goal.project;
    return [...new Set(goal.indicators.map(({ formId }) => formId))].flatMap((formId) => {
      const form = forms.get(`${year} ${formId}`);
      if (!form) return [];
      const score = scoreOfForm(form, goal, groups.get(`${id} ${formId}`) ?? [], rules);
      return [{ projectId: id, formId, score }];
    });
  });
}

/** Score of every project that has targets, by its number; of a project with several forms, the one that earns least. */
export function projectScores(
  goals: readonly ProjectGoals[],
  ticked: readonly TickedRow[],
  rules: GoalRules,
): Map<string, Score> {
  const lowest = new Map<string, Score>();
  for (const { projectId, score } of formScores(goals, ticked, rules)) {
    const known = lowest.get(projectId);
    if (!known || score.least < known.least) lowest.set(projectId, score);
  }
  return lowest;
}

/** How many projects have which grade under a variant. */
export interface GradeCounts {
  variant: { id: string; name: Label };
  variants: { id: string; name: Label }[];
  grades: { id: string; name: Label; fromPoints: number; count: number }[];
  /** Projects whose score is open: something has not been reported. */
  open: number;
  /** Mean of the scores that are not open; null where all are. */
  mean: number | null;
}

export function gradeCounts(
  scores: ReadonlyMap<string, Score>,
  { scoring, variant }: GoalRules,
): GradeCounts {
  const all = [...scores.values()];
  const known = all.flatMap(({ points }) => points ?? []);
  const sum = known.reduce((whole, points) => whole + points, 0);
  return {
    variant: { id: variant.id, name: variant.name },
    variants: scoring.variants.map(({ id, name }) => ({ id, name })),
    grades: scoring.grades.map(({ id, name, fromPoints }) => ({
      id,
      name,
      fromPoints,
      count: all.filter(({ grade }) => grade?.id === id).length,
    })),
    open: all.length - known.length,
    mean: known.length === 0 ? null : roundPoints(sum / known.length),
  };
}
