import type { ChartOption } from '../echarts';
import { referringTheme, usualEm, type ChartSize, type ChartTheme } from '../theme/theme';

/** A picture as a pure function of look and size. */
export type ChartDrawing = (theme: ChartTheme, size: ChartSize) => ChartOption;

/** Pixels, or a function of the width (and of the size of notes, in pixels). */
export type ChartHeight = number | ((width: number, em: number) => number);

export const heightAt = (height: ChartHeight, width: number, em: number): number =>
  Math.round(typeof height === 'number' ? height : height(width, em));

/** A phone's chart: 390 px of screen without the margins of the page. */
export const narrowWidth = 358;

/**
 * The drawing engine on the server only. In the browser the condition is a constant, so neither the
 * import nor the engine behind it reaches the first load.
 */
const engine = import.meta.env.SSR ? await import('./render-svg') : null;

/**
 * The picture that stands in the prerendered page until the live one takes over. Its height is an
 * attribute in pixels, which gives the block its final height without any style.
 */
export function drawStill(drawing: ChartDrawing, height: ChartHeight, width: number): string {
  if (!engine) return '<svg></svg>';
  const size = { width, height: heightAt(height, width, usualEm) };
  const marks = engine.renderMarks(drawing(referringTheme(), size), size);
  return `<svg viewBox="0 0 ${size.width} ${size.height}" width="100%" height="${size.height}" preserveAspectRatio="xMinYMin meet">${marks}</svg>`;
}
