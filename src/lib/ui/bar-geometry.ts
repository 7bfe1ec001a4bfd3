/** Where a share ends on a track, in percent of the track; a share beyond the end is cut and says so. */
export function placeOnTrack(share: number, max: number): { percent: number; over: boolean } {
  const percent = max > 0 ? (share / max) * 100 : 0;
  return { percent: Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100, over: percent > 100 };
}

/** "61 %", for spoken names; rounded to whole percent, minus as U+2212. */
export const spokenPercent = (share: number): string =>
  `${Math.sign(share) * Math.round(Math.abs(share) * 100 + 1e-9)}`.replace('-', '\u2212') + '\u00A0%';
