import type { ChartTheme } from '../theme/theme';
import { lampMark } from '../scene/lamp-mark';
import { circle, line, polygon, rect, type Mark } from '../scene/marks';

/** Marks that a key explains. */
export type KeyKind =
  | 'bar'
  | 'bar-2'
  | 'track'
  | 'thin-bar'
  | 'limit'
  | 'min'
  | 'max'
  | 'now'
  | 'dot'
  | 'ring'
  | 'applied'
  | 'red-square';

/** One entry of a key: the mark and its word. */
export interface Key {
  kind: KeyKind;
  word: string;
}

/** Width of the mark alone. */
export const keyWidth = (kind: KeyKind, em: number): number =>
  ['bar', 'bar-2', 'track', 'thin-bar'].includes(kind) ? em * 1.4 : em * 0.8;

/** The mark of a key, its left edge at `x`, its middle at `y`. */
export function keyMarks(kind: KeyKind, theme: ChartTheme, x: number, y: number): Mark[] {
  const { em, colour } = theme;
  const mark = colour('--mark');
  const middle = x + em * 0.4;
  switch (kind) {
    case 'bar':
    case 'bar-2':
      return [rect(x, y - em * 0.25, em * 1.4, em * 0.5, colour(`--${kind}`))];
    case 'track':
      return [rect(x, y - em * 0.25, em * 1.4, em * 0.5, colour('--bar-track'))];
    case 'thin-bar':
      return [rect(x, y - em * 0.12, em * 1.4, em * 0.24, colour('--bar-2'))];
    case 'limit':
      return [rect(middle - 1.5, y - em * 0.5, 3, em, mark)];
    case 'min':
      return [rect(x + 2, y - em * 0.5, 2, em, mark), rect(x + 2, y - em * 0.5, 6, 2, mark)];
    case 'max':
      return [rect(x + 6, y - em * 0.5, 2, em, mark), rect(x + 2, y - em * 0.5, 6, 2, mark)];
    case 'now':
      return [
        rect(middle - 1, y - em * 0.55, 2, em * 1.1, colour('--now')),
        polygon(
          [
            [middle - 3.5, y - em * 0.6],
            [middle + 3.5, y - em * 0.6],
            [middle, y - em * 0.6 + 4],
          ],
          colour('--now'),
        ),
      ];
    case 'dot':
      return [circle(middle, y, em * 0.4, colour('--bar'))];
    case 'ring':
      return [circle(middle, y, em * 0.36, colour('--paper'), { stroke: colour('--ink'), width: 1.6 })];
    case 'applied':
      return [
        line(
          [
            [x, y],
            [x + em * 0.8, y],
          ],
          colour('--ink-3'),
          1.5,
        ),
      ];
    case 'red-square':
      return [lampMark(theme, 'red', x, y)];
  }
}
