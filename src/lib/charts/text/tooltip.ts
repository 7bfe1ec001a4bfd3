import { escapeHtml } from './escape-html';

/** What a tooltip says: the name, then lines. Plain text; it is escaped here and nowhere else. */
export interface TipText {
  name: string;
  lines: readonly string[];
}

/** Tooltip markup without style attributes, which the content policy of the page refuses. */
export const tooltipHtml = ({ name, lines }: TipText): string =>
  `<div class="chart-tip"><b>${escapeHtml(name)}</b>${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</div>`;
