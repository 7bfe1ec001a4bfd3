/**
 * Widths of text by class of sign, in em. An estimate on purpose: server, browser and tests must place
 * labels at the same spot, and only the browser could measure. It leans to the wide side.
 */
const han =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—]/;
const widths: [signs: RegExp, em: number][] = [
  [han, 1],
  [/[\u2009\u200a]/, 0.2],
  [/[\s\u00a0]/, 0.25],
  [/[0-9+−–=<>≤≥±×÷]/, 0.57],
  [/[iljtfI.,:;'!|()[\]]/, 0.32],
  [/[mwMW%@]/, 0.9],
  [/[A-Z]/, 0.67],
];

/** Pixels that a line of text takes at a font size; bold takes a little more. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let em = 0;
  for (const sign of text) em += widths.find(([signs]) => signs.test(sign))?.[1] ?? 0.57;
  return em * fontSize * (bold ? 1.05 : 1);
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, fontSize: number, width: number, bold = false): string {
  if (textWidth(text, fontSize, bold) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, fontSize, bold) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Words of Latin text and single Han signs: where a line may break. */
const pieces = (text: string): string[] =>
  text.match(/[\u2e80-\ua4cf\uff00-\uffef“”]|[^\s\u2e80-\ua4cf\uff00-\uffef“”]+\s*|\s+/g) ?? [];

/** No line begins with these. */
const closing = /^[，。、；：？！）”》…%]/;

/** Breaks a text into lines of at most `width` pixels; a piece that is longer stands alone. */
export function wrapText(text: string, fontSize: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const fits = textWidth((line + piece).trimEnd(), fontSize, bold) <= width;
    if (line && !fits && !closing.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}
