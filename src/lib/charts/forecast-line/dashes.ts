import { line, type Mark, type Point } from '../scene/marks';

const dash = 6;
const gap = 4;

/** A dashed line through points: strokes of 6 px, 4 px apart, also round corners. */
export function dashes(points: readonly Point[], stroke: string, width: number): Mark[] {
  const marks: Mark[] = [];
  let into = 0;
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const at = (along: number): Point => [
      from[0] + ((to[0] - from[0]) * along) / length,
      from[1] + ((to[1] - from[1]) * along) / length,
    ];
    for (let along = 0; along < length;) {
      const isDash = into < dash;
      const rest = isDash ? dash - into : dash + gap - into;
      const next = Math.min(length, along + rest);
      if (isDash) marks.push(line([at(along), at(next)], stroke, width));
      into = (into + next - along) % (dash + gap);
      along = next;
    }
  });
  return marks;
}
