import { halfWidth } from '../values/text';

const digits = '〇一二三四五六七八九';

/** 二〇二一 as 2021; 十二 as 12; null for anything else. */
function chineseNumber(text: string): string | null {
  const plain = text.replaceAll('零', '〇').replaceAll('○', '〇');
  const tens = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (tens) {
    const [, left = '', right = ''] = tens;
    const high = left === '' ? 1 : digits.indexOf(left);
    return String(high * 10 + (right === '' ? 0 : digits.indexOf(right)));
  }
  if (plain === '' || ![...plain].every((sign) => digits.includes(sign))) return null;
  return [...plain].map((sign) => digits.indexOf(sign)).join('');
}

const chineseParts =
  /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?$/;

function fromChinese(text: string): string | null {
  const [, year = '', month = '', day] = chineseParts.exec(text) ?? [];
  const parts = [year, month, ...(day === undefined ? [] : [day])].map(chineseNumber);
  return year === '' || parts.includes(null) ? null : parts.join('-');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** March 2021, Mar. 2021; the order of year and month must be plain. */
function fromEnglish(text: string): string | null {
  const [, word = '', year] = /^([a-z]{3,9})[. ,]*((?:19|20)\d{2})$/i.exec(text) ?? [];
  const month = months.indexOf(word.slice(0, 3).toLowerCase());
  return year === undefined || month < 0 ? null : `${year}-${month + 1}`;
}

/** 15/03/2021 and 03/15/2021: only one of the two numbers can be a month. */
function fromDayFirst(text: string): string | null {
  const [, one, other, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})$/.exec(text) ?? [];
  if (one === undefined || other === undefined) return null;
  const [day, month] = Number(one) > 12 ? [one, other] : [other, one];
  return Number(day) > 12 && Number(month) <= 12 ? `${year}-${month}-${day}` : null;
}

const padded = (parts: string): string =>
  parts
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');

/** 2021年3月份, 2021--03, 2021.03., 2021年3月15号: the usual parts with unusual marks. */
function fromMarks(text: string): string | null {
  const bare = text
    .replace(/[\u2010-\u2015\\]/g, '-')
    .replace(/。/g, '.')
    .replace(/月份/, '月')
    .replace(/[号]$/, '日')
    .replace(/[.,;]+$/, '');
  const [, year, month, day] =
    /^((?:19|20)\d{2})(?:年|[-/.]+)(\d{1,2})(?:月|[-/.]+)?(?:(?<=月|[-/.])(\d{1,2})日?)?$/.exec(bare) ?? [];
  if (year === undefined || month === undefined) return null;
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/**
 * The same date as year, month and (where written) day: `2021-03-15`, `2021-03`. Null where the text does not say one
 * date in one way only; whether there is such a day is not checked.
 */
export function tidyDate(text: string): string | null {
  const words = halfWidth(text).trim();
  const close = words.replace(/\s+/g, '');
  const parts = fromMarks(close) ?? fromChinese(close) ?? fromDayFirst(close) ?? fromEnglish(words);
  return parts === null ? null : padded(parts);
}
