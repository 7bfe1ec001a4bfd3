import { m } from '$lib/i18n/paraglide/messages';

/** The five lamps, worst first; grey says that nothing was reported. */
export const lampColours = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
export type LampColour = (typeof lampColours)[number];

/** How many of each lamp there are; a colour that is left out has none. */
export type LampTally = Partial<Record<LampColour, number>>;

/** The word beside the shape, in the language of the page. */
export function lampWord(colour: LampColour): string {
  const words = {
    red: m.ui_lamp_red,
    yellow: m.ui_lamp_yellow,
    green: m.ui_lamp_green,
    blue: m.ui_lamp_blue,
    grey: m.ui_lamp_grey,
  };
  return words[colour]();
}

/** Outline of each lamp on a 12 × 12 field, also for charts: square, triangle, circle, diamond, ring. */
export const lampPaths: Record<LampColour, string> = {
  red: 'M1 1h10v10H1z',
  yellow: 'M6 .6 11.8 11H.2z',
  green: 'M6 .7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 6 .7z',
  blue: 'M6 0l6 6-6 6-6-6z',
  grey: 'M6 .7a5.3 5.3 0 1 1 0 10.6A5.3 5.3 0 0 1 6 .7zm0 1.8a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
};

/** The colours that occur, worst first, with their counts. */
export function occurringLamps(tally: LampTally): { colour: LampColour; count: number }[] {
  return lampColours.flatMap((colour) => {
    const count = tally[colour] ?? 0;
    return count > 0 ? [{ colour, count }] : [];
  });
}
