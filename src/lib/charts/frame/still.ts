import { referringTheme, usualEm } from '../theme/theme';
import { heightAt, type ChartDrawing, type ChartHeight } from './drawing';

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
