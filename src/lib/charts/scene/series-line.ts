import { line, type Mark, type Point } from './marks';

/** A line through the points that exist; a missing one breaks it, a lone one leaves no line. */
export function seriesLine(points: readonly (Point | null)[], stroke: string, width: number): Mark[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1).map((run) => line(run, stroke, width));
}

/** The same points as steps: level until the next one, then up or down. */
export function asSteps(points: readonly (Point | null)[]): (Point | null)[] {
  return points.flatMap((point, index) => {
    const before = index > 0 ? points[index - 1] : null;
    if (!point || !before) return [point];
    const corner: Point = [point[0], before[1]];
    return [corner, point];
  });
}

/** The last point that exists. */
export const lastOf = <T>(points: readonly (T | null)[]): T | null =>
  points.findLast((point) => point !== null) ?? null;
