import { renderMarks } from '../frame/render-svg';
import { heightAt, type ChartDrawing, type ChartHeight } from '../frame/drawing';
import { fileTheme } from '../theme/theme';
import { frameSvg, type Caption } from './frame-svg';
import type { Key } from './key-marks';

/** A chart as it is handed to a file: what to draw, how large, and what its marks mean. */
export interface FilePicture {
  drawing: ChartDrawing;
  height: ChartHeight;
  width: number;
  keys?: readonly Key[];
}

/** A chart as an SVG file with light colours; runs in the page and in Node. */
export function fileSvg({ drawing, height, width, keys = [] }: FilePicture, caption: Caption): string {
  const theme = fileTheme();
  const size = { width, height: heightAt(height, width, theme.em) };
  return frameSvg(renderMarks(drawing(theme, size), size), size, caption, keys, theme).svg;
}
