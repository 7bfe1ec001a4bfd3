import { escapeHtml } from '../text/escape-html';
import type { Mark } from '../scene/marks';

const number = (value: number): string => String(Number(value.toFixed(2)));
const pairs = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${number(x)},${number(y)}`).join(' ');
const anchors = { left: 'start', center: 'middle', right: 'end' } as const;

/** Marks as SVG elements, for the frame of exported pictures, where no engine is needed. */
export function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.width)}" height="${number(mark.height)}" fill="${mark.fill}"/>`;
    case 'line':
      return `<polyline points="${pairs(mark.points)}" fill="none" stroke="${mark.stroke}" stroke-width="${mark.width}"/>`;
    case 'circle':
      return `<circle cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.radius)}" fill="${mark.fill}"${mark.stroke ? ` stroke="${mark.stroke}" stroke-width="${mark.width ?? 1}"` : ''}/>`;
    case 'polygon':
      return `<polygon points="${pairs(mark.points)}" fill="${mark.fill}"/>`;
    case 'path':
      return `<path transform="translate(${number(mark.x)} ${number(mark.y)}) scale(${number(mark.size / 12)})" d="${mark.data}" fill="${mark.fill}"/>`;
    case 'text':
      return `<text x="${number(mark.x)}" y="${number(mark.y)}" dy=".38em" font-size="${number(mark.size)}"${mark.bold ? ' font-weight="600"' : ''} text-anchor="${anchors[mark.align]}" fill="${mark.fill}">${escapeHtml(mark.text)}</text>`;
  }
}
