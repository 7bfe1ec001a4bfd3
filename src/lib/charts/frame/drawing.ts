import type { ChartOption } from '../echarts';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** A picture as a pure function of look and size. */
export type ChartDrawing = (theme: ChartTheme, size: ChartSize) => ChartOption;

/** Pixels, or a function of the width (and of the size of notes, in pixels). */
export type ChartHeight = number | ((width: number, em: number) => number);

export const heightAt = (height: ChartHeight, width: number, em: number): number =>
  Math.round(typeof height === 'number' ? height : height(width, em));

/** A phone's chart: 390 px of screen without the margins of the page. */
export const narrowWidth = 358;
