import { halfWidth } from '../values/text';

const currencyWords = /人民币|RMB|CNY|\u00a5/gi;
/** (万元), [万元]: a unit that stands in brackets behind its number. */
const bracketed = /[([【](亿元|万元|元)[)\]】]$/;
/** 6 000 and 6'000: groups of three are one number, anything else may be two. */
const spaced = /^([+-]?\d{1,3})((?:[ '\u2019]\d{3})+)(?=\D|$)/;
const trailingMarks = /[。.;;、,]+$/;

/**
 * The same number as it is usually written: without the currency's name, marks at the end, brackets around the unit and
 * spaces between groups of three. Digits are never changed; what is no number stays none.
 */
export function tidyNumber(text: string): string {
  const bare = halfWidth(text)
    .replace(currencyWords, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(trailingMarks, '')
    .trim();
  return bare
    .replace(spaced, (_, first: string, rest: string) => first + rest.replace(/\D/g, ''))
    .replace(/\s*整$/, '')
    .replace(bracketed, '$1')
    .trim();
}
