import { ratioOf } from '$lib/domain/ratio';
import { lights, type Light } from '../light';
import type { ProjectGoals } from './project-goals';

/** A project's part in a ratio of sums. */
export interface RatioPart {
  part: number;
  whole: number;
}

/** A change of a ratio of sums in its exact parts: change = added + first + old + left. */
export interface Composition {
  before: number;
  after: number;
  change: number;
  /** Through projects that were not there on the earlier day. */
  added: number;
  /** Through projects that were there, with nothing known of them. */
  first: number;
  /** Through projects known on both days. */
  old: number;
  /** Through projects that are no longer known. */
  left: number;
}

const sumOf = (parts: readonly RatioPart[]): RatioPart =>
  parts.reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), {
    part: 0,
    whole: 0,
  });
const ratioIn = (parts: readonly RatioPart[]): number | null => {
  const { part, whole } = sumOf(parts);
  return ratioOf(part, whole);
};

/**
 * How a ratio of sums came from one day to another. What enters counts by how far it lies from the projects known on both
 * days, times its share in the whole; these count by their own change; what left counts by how far they lay from the whole
 * of the earlier day. The parts add up to the change exactly. Null where nothing is known on both days.
 */
export function composeChange(
  before: ReadonlyMap<string, RatioPart>,
  after: ReadonlyMap<string, RatioPart>,
  isAdded: (projectId: string) => boolean,
): Composition | null {
  const stays = (id: string) => before.has(id) && after.has(id);
  const was = ratioIn([...before.values()]);
  const is = ratioIn([...after.values()]);
  const oldWas = ratioIn([...before].filter(([id]) => stays(id)).map(([, part]) => part));
  const oldIs = ratioIn([...after].filter(([id]) => stays(id)).map(([, part]) => part));
  if (was === null || is === null || oldWas === null || oldIs === null) return null;
  const { whole } = sumOf([...after.values()]);
  const entering = (wanted: boolean): number => {
    const sum = sumOf(
      [...after].filter(([id]) => !before.has(id) && isAdded(id) === wanted).map(([, p]) => p),
    );
    return (sum.part - oldIs * sum.whole) / whole;
  };
  return {
    before: was,
    after: is,
    change: is - was,
    added: entering(true),
    first: entering(false),
    old: oldIs - oldWas,
    left: oldWas - was,
  };
}

/** How the count of a light came about: after = before + added + turnedTo − turnedFrom − left. */
export interface LightMove {
  light: Light;
  before: number;
  added: number;
  turnedTo: number;
  turnedFrom: number;
  left: number;
  after: number;
}

/** Counts of lights on two days, with what newly came in and what the old projects turned to. */
export function lightMoves(
  before: ReadonlyMap<string, Light>,
  after: ReadonlyMap<string, Light>,
): LightMove[] {
  const count = (all: ReadonlyMap<string, Light>, of: (id: string, light: Light) => boolean) =>
    [...all].filter(([id, light]) => of(id, light)).length;
  return lights.map((light) => ({
    light,
    before: count(before, (_, was) => was === light),
    added: count(after, (id, is) => is === light && !before.has(id)),
    turnedTo: count(after, (id, is) => is === light && before.has(id) && before.get(id) !== light),
    turnedFrom: count(before, (id, was) => was === light && after.has(id) && after.get(id) !== light),
    left: count(before, (id, was) => was === light && !after.has(id)),
    after: count(after, (_, is) => is === light),
  }));
}

type Known = (goal: ProjectGoals) => RatioPart | null;

/** Progress weighted by award: the completion rate of a group. */
export const progressPart: Known = ({ project: { award_fen: award }, progress, expected }) =>
  award === null || progress === null || expected === null ? null : { part: award * progress, whole: award };

/** Progress against what was due, weighted by award: the pace of a group. */
export const pacePart: Known = ({ project: { award_fen: award }, progress, expected }) =>
  award === null || progress === null || expected === null
    ? null
    : { part: award * progress, whole: award * expected };

const partsOf = (goals: readonly ProjectGoals[], known: Known): Map<string, RatioPart> =>
  new Map(
    goals.flatMap((goal) => {
      const part = known(goal);
      return part ? [[goal.project.project_id, part] as const] : [];
    }),
  );

/** A change of results between two days and what it is made of. */
export interface GoalChange {
  progress: Composition | null;
  pace: Composition | null;
  lights: LightMove[];
  /** Projects that were awarded after the earlier day. */
  added: number;
}

export function goalChange(before: readonly ProjectGoals[], after: readonly ProjectGoals[]): GoalChange {
  const known = new Set(before.map(({ project }) => project.project_id));
  const isAdded = (id: string) => !known.has(id);
  const change = (part: Known) => composeChange(partsOf(before, part), partsOf(after, part), isAdded);
  const goalLights = (goals: readonly ProjectGoals[]) =>
    new Map(goals.map(({ project, goal }) => [project.project_id, goal] as const));
  return {
    progress: change(progressPart),
    pace: change(pacePart),
    lights: lightMoves(goalLights(before), goalLights(after)),
    added: after.filter(({ project }) => isAdded(project.project_id)).length,
  };
}
