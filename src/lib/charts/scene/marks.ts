/** The marks that a chart is drawn from, in pixels from its upper left corner. */

export type Point = readonly [x: number, y: number];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface RectMark extends Box {
  kind: 'rect';
  fill: string;
  opacity?: number;
}
interface LineMark {
  kind: 'line';
  points: Point[];
  stroke: string;
  width: number;
}
interface CircleMark {
  kind: 'circle';
  x: number;
  y: number;
  radius: number;
  fill: string;
  stroke?: string;
  width?: number;
  opacity?: number;
}
interface PolygonMark {
  kind: 'polygon';
  points: Point[];
  fill: string;
}
/** An outline drawn on a field of 12 × 12, set into a square of `size`. */
interface PathMark {
  kind: 'path';
  data: string;
  x: number;
  y: number;
  size: number;
  fill: string;
}
export interface TextMark {
  kind: 'text';
  x: number;
  /** Middle of the line. */
  y: number;
  text: string;
  fill: string;
  size: number;
  bold: boolean;
  align: 'left' | 'center' | 'right';
  /** Colour of the ground, drawn round the letters where lines may pass behind. */
  halo?: string;
}

export type Mark = RectMark | LineMark | CircleMark | PolygonMark | PathMark | TextMark;

/** A filled box on whole pixels, so that its edges are sharp; a sliver keeps one pixel, nothing stays nothing. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  opacity?: number,
): Mark {
  const left = Math.round(x);
  const top = Math.round(y);
  const wide = width <= 0 ? 0 : Math.max(1, Math.round(x + width) - left);
  const high = height <= 0 ? 0 : Math.max(1, Math.round(y + height) - top);
  return {
    kind: 'rect',
    x: left,
    y: top,
    width: wide,
    height: high,
    fill,
    ...(opacity !== undefined && { opacity }),
  };
}

export const line = (points: Point[], stroke: string, width: number): Mark => ({
  kind: 'line',
  points,
  stroke,
  width,
});

export const circle = (
  x: number,
  y: number,
  radius: number,
  fill: string,
  more: { stroke?: string; width?: number; opacity?: number } = {},
): Mark => ({ kind: 'circle', x, y, radius, fill, ...more });

export const polygon = (points: Point[], fill: string): Mark => ({ kind: 'polygon', points, fill });

export interface TextLook {
  fill: string;
  size: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  halo?: string;
}

export const text = (x: number, y: number, words: string, look: TextLook): Mark => ({
  kind: 'text',
  x,
  y,
  text: words,
  fill: look.fill,
  size: look.size,
  bold: look.bold ?? false,
  align: look.align ?? 'left',
  ...(look.halo !== undefined && { halo: look.halo }),
});
