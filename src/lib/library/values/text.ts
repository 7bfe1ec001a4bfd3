import { cellText, type CellValue } from '../read/cells';
import { missing, read, type Reading } from './reading';

/** Letters that no rule below would change; most cells of a long table hold nothing else. */
const plainWidth = /^[\x20-\x7e\u4e00-\u9fff]*$/;

/** Full-width forms, such as １２（）：, as their half-width ones. */
export const halfWidth = (text: string): string =>
  plainWidth.test(text) ? text : text.normalize('NFKC').replace(/\u2212/g, '-');

/** What tables write where there is nothing to write. */
const emptyMarks = new Set(['-', '--', '\u2014', '\u2014\u2014', '/', '\\', '无', 'n/a']);
const longestMark = Math.max(...[...emptyMarks].map(({ length }) => length));

/** True for an empty cell and for the marks that stand for one. */
export const isMissing = (value: CellValue): boolean => {
  const text = cellText(value).trim();
  if (text.length > longestMark) return false;
  return text === '' || emptyMarks.has(halfWidth(text).toLowerCase());
};

// Zero-width and no-break spaces come with text that was pasted from web pages.
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;

const untidy = /^\s|\s$|\s\s|[^\S ]|[\u200b-\u200d\u2060\ufeff]/;

/** Without spaces at the ends, doubled ones between, and line breaks. */
export const tidied = (text: string): string =>
  untidy.test(text)
    ? text
        .replace(invisible, '')
        .replace(/\s*[\r\n]+\s*/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : text;

/** A text cell, tidied; inner letters stay as they stand. */
export function readText(value: CellValue): Reading<string> {
  if (isMissing(value)) return missing;
  const text = cellText(value);
  const tidy = tidied(text);
  return read(tidy, tidy === text ? null : 'text_trimmed');
}

// Between letters or digits a sign carries meaning: 2.5万吨 is not 25万吨.
const emptySign = /(?<![0-9a-z])[\p{P}\p{S}]|[\p{P}\p{S}](?![0-9a-z])/gu;

/** A text that is its own key: a sign between letters or digits stays, as in 2021-03-05 and 2.5. */
const plainKey = /^(?:[\u4e00-\u9fffa-z0-9]|(?<=[0-9a-z])[.\-/](?=[0-9a-z]))*$/;

/**
 * The text without width, case, spaces and the punctuation around words: two texts with one key are the same
 * to a reader. For comparing only, never for showing.
 */
export const comparisonKey = (text: string): string =>
  plainKey.test(text)
    ? text
    : halfWidth(text).replace(invisible, '').toLowerCase().replace(/\s/g, '').replace(emptySign, '');
