import type { Light } from '../light';
import { worstFirst } from './goal-light';
import type { AwardedRow } from './goal-sql';
import type { ProjectGoals } from './project-goals';

/** The two lights of a project. */
export interface DualLight {
  goal: Light;
  budget: Light;
}

/** An awarded project of two libraries whose lights differ. */
export interface LightChange {
  /** As it stands in the second library. */
  project: AwardedRow;
  before: DualLight;
  after: DualLight;
  /** One of the two lights is red now and was not. */
  turnedRed: boolean;
}

const lightsOf = ({ goal, budget }: ProjectGoals): DualLight => ({ goal, budget: budget.light });

const rankOf = ({ goal, budget }: DualLight): number =>
  Math.min(worstFirst.indexOf(goal), worstFirst.indexOf(budget));

/**
 * Projects that were awarded in both libraries and have another light in the second, each library at its own as-of
 * day: those that turned red first, then by what they are now, the largest award first.
 */
export function lightChanges(before: readonly ProjectGoals[], after: readonly ProjectGoals[]): LightChange[] {
  const earlier = new Map(before.map((goals) => [goals.project.project_id, lightsOf(goals)]));
  return after
    .flatMap((goals): LightChange[] => {
      const [was, is] = [earlier.get(goals.project.project_id), lightsOf(goals)];
      if (!was || (was.goal === is.goal && was.budget === is.budget)) return [];
      const turnedRed = (['goal', 'budget'] as const).some((one) => is[one] === 'red' && was[one] !== 'red');
      return [{ project: goals.project, before: was, after: is, turnedRed }];
    })
    .sort(
      (a, b) =>
        Number(b.turnedRed) - Number(a.turnedRed) ||
        rankOf(a.after) - rankOf(b.after) ||
        (b.project.award_fen ?? 0) - (a.project.award_fen ?? 0),
    );
}
