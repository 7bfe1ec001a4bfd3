import type { Axis } from './scale';
import type { Box, Mark } from './marks';
import type { TipText } from '../text/tooltip';

/** A level or upright value axis of a panel. */
export interface PanelAxis extends Axis {
  /** Text of a tick; an empty one is left out. */
  label: (value: number) => string;
  lines: boolean;
}

/** A field with axes; an axis that is left out is not drawn. */
export interface Panel {
  box: Box;
  x?: PanelAxis & { side: 'top' | 'bottom' };
  y?: PanelAxis;
  /** An ink line at the foot: only where the foot is zero or time. */
  baseline?: boolean;
}

/** A place that answers to the pointer. */
export interface Hit {
  box: Box;
  tip: TipText;
  /** What is handed out on a click. */
  pick?: string;
}

/** Everything that one picture shows; pure data, the same on server, page, paper and file. */
export interface Scene {
  panels: Panel[];
  marks: Mark[];
  hits: Hit[];
}
