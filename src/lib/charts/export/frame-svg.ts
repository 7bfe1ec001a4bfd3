import { escapeHtml } from '../text/escape-html';
import { textWidth, wrapText } from '../text/text-width';
import { line, rect, text, type Mark } from '../scene/marks';
import type { ChartSize, ChartTheme } from '../theme/theme';
import { keyMarks, keyWidth, type Key } from './key-marks';
import { markSvg } from './marks-svg';

/** The words that leave the page with a picture. */
export interface Caption {
  title: string;
  subtitle?: string;
  /** Filters and 数据截止日, in words. */
  scope?: string;
  source?: string;
  /** The words 演示数据 where the figures are invented; null where they are the office's own. */
  sampleMark: string | null;
}

const margin = 24;

/** Lays marks from top to bottom and keeps where the next ones begin. */
class Sheet {
  readonly marks: Mark[] = [];
  y = margin;

  constructor(
    readonly width: number,
    readonly theme: ChartTheme,
  ) {}

  get inner(): number {
    return this.width - margin * 2;
  }

  lines(
    words: string,
    look: { size: number; leading: number; bold?: boolean; fill: string; width?: number },
  ): void {
    for (const part of wrapText(words, look.size, look.width ?? this.inner, look.bold)) {
      this.y += look.leading / 2;
      this.marks.push(
        text(margin, this.y, part, { fill: look.fill, size: look.size, bold: look.bold ?? false }),
      );
      this.y += look.leading / 2;
    }
  }

  note(words: string): void {
    this.lines(words, {
      size: this.theme.em,
      leading: this.theme.em * 1.55,
      fill: this.theme.colour('--ink-3'),
    });
  }

  keys(keys: readonly Key[]): void {
    if (keys.length === 0) return;
    const { em, colour } = this.theme;
    let x = margin;
    this.y += em;
    for (const { kind, word } of keys) {
      const wide = keyWidth(kind, em) + em * 0.35 + textWidth(word, em);
      if (x > margin && x + wide > this.width - margin) {
        x = margin;
        this.y += em * 1.7;
      }
      this.marks.push(...keyMarks(kind, this.theme, x, this.y));
      this.marks.push(
        text(x + keyWidth(kind, em) + em * 0.35, this.y, word, { fill: colour('--ink-2'), size: em }),
      );
      x += wide + em * 1.2;
    }
    this.y += em * 0.9;
  }
}

/** 演示数据, boxed, at the right of the title; returns the width that it takes. */
function stamp(sheet: Sheet, words: string): number {
  const { em, colour } = sheet.theme;
  const wide = textWidth(words, em) + em;
  const high = em * 1.7;
  const left = sheet.width - margin - wide;
  const [top, right, bottom] = [sheet.y, left + wide, sheet.y + high];
  const ink = colour('--ink');
  sheet.marks.push(
    line(
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
        [left, top],
      ],
      ink,
      1,
    ),
    text(left + wide / 2, top + high / 2, words, { fill: ink, size: em, align: 'center' }),
  );
  return wide + em;
}

/**
 * A chart's marks (`picture`, of `size`) as a document of its own: ground, rule, title, subtitle, key,
 * picture, source, scope and sample mark. Pure; the result needs nothing from the page but fonts.
 */
export function frameSvg(
  picture: string,
  size: ChartSize,
  caption: Caption,
  keys: readonly Key[],
  theme: ChartTheme,
): { svg: string; size: ChartSize } {
  const sheet = new Sheet(size.width + margin * 2, theme);
  const ink = theme.colour('--ink');
  sheet.marks.push(rect(margin, sheet.y, sheet.inner, 1, ink));
  sheet.y += 12;
  const taken = caption.sampleMark ? stamp(sheet, caption.sampleMark) : 0;
  sheet.lines(caption.title, { size: 19, leading: 26, bold: true, fill: ink, width: sheet.inner - taken });
  if (caption.subtitle) sheet.note(caption.subtitle);
  sheet.keys(keys);
  sheet.y += 10;
  const pictureTop = Math.round(sheet.y);
  sheet.y = pictureTop + size.height + 10;
  const foot = [caption.source, caption.scope].filter(Boolean).join('　');
  if (foot) sheet.note(foot);
  const height = Math.round(sheet.y + margin * 0.75);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${height}" viewBox="0 0 ${sheet.width} ${height}" font-family="${theme.fontFamily}" role="img">`;
  const ground = `<title>${escapeHtml(caption.title)}</title><rect width="${sheet.width}" height="${height}" fill="${theme.colour('--paper')}"/>`;
  const body = `<g transform="translate(${margin} ${pictureTop})">${portable(picture)}</g>`;
  const svg = `${open}${ground}${sheet.marks.map(markSvg).join('')}${body}</svg>`;
  return { svg, size: { width: sheet.width, height } };
}

/** Office programs know no dominant-baseline; a shift by em means the same everywhere. */
const portable = (svg: string): string => svg.replaceAll('dominant-baseline="central"', 'dy=".38em"');
