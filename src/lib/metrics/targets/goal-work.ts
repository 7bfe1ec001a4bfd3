import type { IsoDate } from '$lib/domain/calendar';
import type { Score } from '$lib/policy/scoring/score';
import { goalChange, type GoalChange } from './composition';
import type { GoalBook } from './goal-shelf';
import { bookBefore } from './load-goals';
import { goalsOf, type GoalRules, type ProjectGoals } from './project-goals';
import { projectScores } from './project-scores';

/** What is worked out from the rows of a scope by one variant. */
export interface GoalWork {
  goals: ProjectGoals[];
  scores: Map<string, Score>;
  /** Against the earlier day. */
  change: GoalChange;
}

const done = new WeakMap<GoalBook, Map<string, GoalWork>>();

/** Goals, scores and change of a book, worked out once for a variant: choosing another indicator repeats nothing. */
export function workOn(book: GoalBook, rules: GoalRules, since: IsoDate): GoalWork {
  const byVariant = done.get(book) ?? new Map<string, GoalWork>();
  done.set(book, byVariant);
  const found = byVariant.get(rules.variant.id);
  if (found) return found;
  const goals = goalsOf(book.projects, book.rows, rules);
  const earlier = bookBefore(book, since);
  const before = goalsOf(earlier.projects, earlier.rows, { ...rules, asOf: since });
  const work = {
    goals,
    scores: projectScores(goals, book.ticked, rules),
    change: goalChange(before, goals),
  };
  byVariant.set(rules.variant.id, work);
  return work;
}
