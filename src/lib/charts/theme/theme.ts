import { lightFontFamily, lightTokens, type TokenName } from './light-tokens';

/** What a chart needs of the look: a colour by token, one family, and the size of notes in pixels. */
export interface ChartTheme {
  colour: (token: TokenName) => string;
  fontFamily: string;
  /** Pixels of `--fs-note`; every distance in a chart that depends on text is a multiple of it. */
  em: number;
}

/** Width and height of a picture in CSS pixels. */
export interface ChartSize {
  width: number;
  height: number;
}

/** `--fs-note` in rem. */
const noteRem = 0.78125;

/** Notes on a page with the usual root of 16 px. */
export const usualEm = 16 * noteRem;

/** `--fs-note` in pixels under a given root size; 大屏 and print have other roots. */
export const emOfRoot = (rootPixels: number): number => rootPixels * noteRem;

/**
 * Colours as references to the page's variables: a picture follows theme, big screen and print by itself,
 * also the one that was drawn on the server.
 */
export const referringTheme = (em: number = usualEm, fontFamily: string = lightFontFamily): ChartTheme => ({
  colour: (token) => `var(${token})`,
  fontFamily,
  em,
});

/** Colours as light values, for files: a document is always light. */
export const fileTheme = (fontFamily: string = lightFontFamily): ChartTheme => ({
  colour: (token) => lightTokens[token],
  fontFamily,
  em: usualEm,
});

/** Font families as they may stand in an attribute. */
export const attributeFamily = (families: string): string =>
  families.replaceAll('"', "'").replace(/\s+/g, ' ').trim();
