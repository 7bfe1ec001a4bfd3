/** One line of the printed table. */
export interface Result {
  what: string;
  measured: string;
  goal: string;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const millis = (ms: number): string => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('no values to take the median of');
  return (upper + lower) / 2;
}

/** Width in a terminal: Chinese characters and full-width signs take two columns. */
const columnsOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[\u1100-\uFFE6]/.test(letter) && !/[\u2000-\u2BFF]/.test(letter) ? 2 : 1),
    0,
  );

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columnsOf(text)));

/** Prints results below each other, with the goal beside each. */
export function printTable(results: readonly Result[]): void {
  const head: Result = { what: 'what', measured: 'measured', goal: 'goal' };
  const lines = [head, ...results];
  const wide = (key: keyof Result) => Math.max(...lines.map((line) => columnsOf(line[key])));
  const widths = { what: wide('what'), measured: wide('measured') };
  for (const { what, measured, goal } of lines) {
    console.log(`${padded(what, widths.what)}  ${padded(measured, widths.measured)}  ${goal}`);
  }
}
