import { cellText, type CellValue } from '../read/cells';
import { missing, read, type Reading } from './reading';

/** Full-width forms, such as １２（）：, as their half-width ones. */
export const halfWidth = (text: string): string => text.normalize('NFKC').replace(/\u2212/g, '-');

/** What tables write where there is nothing to write. */
const emptyMarks = new Set(['-', '--', '\u2014', '\u2014\u2014', '/', '\\', '无', 'n/a']);

/** True for an empty cell and for the marks that stand for one. */
export const isMissing = (value: CellValue): boolean => {
  const text = cellText(value).trim();
  return text === '' || emptyMarks.has(halfWidth(text).toLowerCase());
};

// Zero-width and no-break spaces come with text that was pasted from web pages.
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;

/** Without spaces at the ends, doubled ones between, and line breaks. */
export const tidied = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\s*[\r\n]+\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A text cell, tidied; inner letters stay as they stand. */
export function readText(value: CellValue): Reading<string> {
  if (isMissing(value)) return missing;
  const text = cellText(value);
  const tidy = tidied(text);
  return read(tidy, tidy === text ? null : 'text_trimmed');
}

// Between letters or digits a sign carries meaning: 2.5万吨 is not 25万吨.
const emptySign = /(?<![0-9a-z])[\p{P}\p{S}]|[\p{P}\p{S}](?![0-9a-z])/gu;

/**
 * The text without width, case, spaces and the punctuation around words: two texts with one key are the same
 * to a reader. For comparing only, never for showing.
 */
export const comparisonKey = (text: string): string =>
  halfWidth(text).replace(invisible, '').toLowerCase().replace(/\s/g, '').replace(emptySign, '');
