/** What a tooltip says, and what is said to those who cannot point: never more than a table shows. */
export interface TooltipText {
  name: string;
  /** Beside the name, such as the result. */
  result?: string;
  /** The sum written out, line by line. */
  lines?: readonly string[];
  /** Period, and what a press does. */
  note?: string;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text from files is never HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** As HTML for a chart library that builds its tooltip from a string; every part is escaped. */
export function tooltipHtml({ name, result, lines = [], note }: TooltipText): string {
  const head = `<b>${escapeHtml(name)}</b>${result ? `\u3000${escapeHtml(result)}` : ''}`;
  const last = note ? [`<span class="tip-note">${escapeHtml(note)}</span>`] : [];
  return [head, ...lines.map(escapeHtml), ...last].join('<br>');
}

/** The same in one line, for titles and labels. */
export const tooltipLine = ({ name, result, lines = [], note }: TooltipText): string =>
  [[name, result].filter(Boolean).join(' '), ...lines, note].filter(Boolean).join('; ');
