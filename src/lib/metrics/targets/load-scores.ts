import type { ScoreVariant } from '$lib/policy/scoring/scoring';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { scopeOf, type MetricsContext } from '../scope';
import type { AwardedRow } from './goal-sql';
import { goalBook } from './goal-shelf';
import { dayBefore, type TargetRules } from './load-goals';
import { goalsOf } from './project-goals';
import { formScores, type FormScore } from './project-scores';

/** An awarded project with its score by one form; without targets it has neither. */
export interface ScoredProject {
  project: AwardedRow;
  score: FormScore | null;
}

/**
 * The scores of every awarded project that the filters leave, a line for each of its forms, by category and number of
 * the project. The rows are those of the page: what `/targets` has read is not read again.
 */
export async function loadScores(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  { variant, ...targetRules }: TargetRules & { variant: ScoreVariant },
): Promise<ScoredProject[]> {
  const scope = scopeOf(filters, context.meta);
  const book = await goalBook(engine, context.meta, scope, dayBefore(scope.asOf, 'year'));
  const rules = { ...targetRules, variant, lights: context.rulebook.lights, asOf: scope.asOf };
  const goals = goalsOf(book.projects, book.rows, rules);
  const byProject = new Map<string, FormScore[]>();
  for (const score of formScores(goals, book.ticked, rules))
    byProject.set(score.projectId, [...(byProject.get(score.projectId) ?? []), score]);
  return book.projects
    .toSorted((a, b) => compare(a.category_id, b.category_id) || compare(a.project_id, b.project_id))
    .flatMap((project): ScoredProject[] => {
      const scores = byProject.get(project.project_id) ?? [];
      return scores.length === 0 ? [{ project, score: null }] : scores.map((score) => ({ project, score }));
    });
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
