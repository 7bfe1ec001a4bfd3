/** A figure ready to be set: the text of the number and, smaller beside it, its unit. */
export interface FigurePart {
  /** Grouped and rounded already; null when there is none. */
  figure: string | null;
  unit?: string;
  /** Why there is no figure; needed when it is null. */
  reason?: string;
}

const spaced = /^[A-Za-z]/;

/** The figure in one string, for names and titles: "60.5%", "44.17亿元", "5 awards". */
export function figureText({ figure, unit = '' }: FigurePart, absent: string): string {
  if (figure === null) return absent;
  return figure + (spaced.test(unit) ? '\u00A0' : '') + unit;
}
