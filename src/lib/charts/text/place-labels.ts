import type { Box } from '../scene/marks';

/** A point that wants its name beside it. */
export interface Labelled {
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

export interface PlacedLabel {
  /** Where the text begins, in its reading direction `align`, and the middle of its line. */
  x: number;
  y: number;
  align: 'left' | 'center' | 'right';
}

export const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const boxOf = ({ x, y, align }: PlacedLabel, { width, height }: Labelled): Box => {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { x: left, y: y - height / 2, width, height };
};

/** Right first, as one reads; then left, below, above, and the corners. */
function positions({ x, y, radius, height }: Labelled): PlacedLabel[] {
  const side = radius + 4;
  const level = radius + height * 0.55;
  const corner = radius * 0.7 + 3;
  return [
    { x: x + side, y, align: 'left' },
    { x: x - side, y, align: 'right' },
    { x, y: y + level, align: 'center' },
    { x, y: y - level, align: 'center' },
    { x: x + corner, y: y - corner - height * 0.2, align: 'left' },
    { x: x + corner, y: y + corner + height * 0.2, align: 'left' },
    { x: x - corner, y: y - corner - height * 0.2, align: 'right' },
    { x: x - corner, y: y + corner + height * 0.2, align: 'right' },
  ];
}

/**
 * Places names beside points, in the order given (who comes first has first choice). A name that would
 * cover another name or an obstacle, or leave the field, in every position is dropped: null.
 */
export function placeLabels(
  points: readonly Labelled[],
  obstacles: readonly Box[],
  field: Box,
): (PlacedLabel | null)[] {
  const taken = [...obstacles];
  return points.map((point) => {
    const found = positions(point).find((place) => {
      const box = boxOf(place, point);
      return within(box, field) && !taken.some((other) => overlaps(box, other));
    });
    if (found) taken.push(boxOf(found, point));
    return found ?? null;
  });
}
