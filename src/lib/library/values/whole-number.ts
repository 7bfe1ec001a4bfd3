import { cellText, type CellValue } from '../read/cells';
import { fault, missing, read, type Reading } from './reading';
import { halfWidth, isMissing } from './text';

const numerals = '零一二三四五六七八九';

const chinese = (text: string): number | null => {
  if (text === '十') return 10;
  const at = numerals.indexOf(text);
  return text.length === 1 && at > 0 ? at : null;
};

/** A whole number from 1, as in 2, 第2期, 第二批. Fault: `number_not_read`. */
export function readWholeNumber(value: CellValue): Reading<number> {
  if (isMissing(value)) return missing;
  const text = halfWidth(cellText(value)).replace(/\s/g, '');
  const bare = /^第?(\d{1,4}(?=\D|$)|[一二三四五六七八九十])(?:\.0+)?[期批次季度]*$/.exec(text)?.[1];
  const number = bare === undefined ? null : (chinese(bare) ?? Number(bare));
  return number === null || !Number.isInteger(number) || number < 1 ? fault('number_not_read') : read(number);
}

/** A guide year: 2023, 2023年, 2023年度. Fault: `number_not_read`. */
export function readYear(value: CellValue): Reading<number> {
  if (isMissing(value)) return missing;
  const text = halfWidth(cellText(value)).replace(/\s/g, '');
  const year = /^(20\d{2})(?:\.0+)?(?:年度?)?$/.exec(text)?.[1];
  return year === undefined ? fault('number_not_read') : read(Number(year));
}
