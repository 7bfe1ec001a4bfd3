import type { CustomSeries } from '../echarts';
import type { Mark } from './marks';

/** What ECharts draws. */
type Element = Exclude<ReturnType<NonNullable<CustomSeries['renderItem']>>, null | undefined>;

/**
 * On a redraw ECharts hands the transform of an old element to the new one in its place, also to one of
 * another kind. Every element therefore says its own, even where there is nothing to say.
 */
const unmoved = { x: 0, y: 0, scaleX: 1, scaleY: 1 };

/** One mark as an element of the custom series. */
export function markElement(mark: Mark, fontFamily: string): Element {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, fill, opacity } = mark;
      return {
        type: 'rect',
        ...unmoved,
        shape: { x, y, width, height },
        style: { fill, opacity: opacity ?? 1 },
      };
    }
    case 'line': {
      const { stroke, width: lineWidth } = mark;
      const points = mark.points.map(([x, y]) => [x, y]);
      const style = { fill: 'none', stroke, lineWidth, lineJoin: 'round' as const };
      return { type: 'polyline', ...unmoved, shape: { points }, style };
    }
    case 'circle': {
      const { x, y, radius, fill, stroke, width, opacity } = mark;
      const outline = stroke ? { stroke, lineWidth: width ?? 1 } : {};
      return {
        type: 'circle',
        ...unmoved,
        shape: { cx: x, cy: y, r: radius },
        style: { fill, opacity: opacity ?? 1, ...outline },
      };
    }
    case 'polygon': {
      const points = mark.points.map(([x, y]) => [x, y]);
      return { type: 'polygon', ...unmoved, shape: { points }, style: { fill: mark.fill } };
    }
    case 'path': {
      // Scaled by hand: ECharts would stretch the outline itself to the square, whatever its field.
      const scale = mark.size / 12;
      const place = { x: mark.x, y: mark.y, scaleX: scale, scaleY: scale };
      return { type: 'path', ...place, shape: { pathData: mark.data }, style: { fill: mark.fill } };
    }
    case 'text':
      return { type: 'text', ...unmoved, x: mark.x, y: mark.y, style: textStyle(mark, fontFamily) };
  }
}

const textStyle = (mark: Extract<Mark, { kind: 'text' }>, fontFamily: string) => ({
  text: mark.text,
  fill: mark.fill,
  fontSize: mark.size,
  fontFamily,
  fontWeight: mark.bold ? (600 as const) : (400 as const),
  align: mark.align,
  verticalAlign: 'middle' as const,
  ...(mark.halo !== undefined && { stroke: mark.halo, lineWidth: 4 }),
});
