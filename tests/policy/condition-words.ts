import type { IsoDate } from '$lib/domain/calendar';

/** A number or day of a condition, with the ways in which the text may print it. */
export interface PrintedBound {
  place: string;
  /** Any of these will do. */
  forms: string[];
  words: string;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const unitWords: Record<string, string[]> = {
  CNY: ['元'],
  CNY_10K: ['万'],
  CNY_100M: ['亿'],
  percent: ['%', '％'],
  year: ['年'],
  month: ['个月', '月'],
};

function numberForms(value: number, unit: unknown): string[] {
  const endings = unitWords[String(unit)] ?? [''];
  const figures = [String(value), value.toLocaleString('en-US')];
  if (value % 10_000 === 0) figures.push(`${value / 10_000}万`);
  const chinese = numerals[value];
  return [...figures, ...(chinese ? [chinese] : [])].flatMap((figure) =>
    endings.map((ending) => figure + ending),
  );
}

/** 2022年6月30日, 6月30日 in a sentence that names the year before, 2021年底, 2018年以来. */
function dayForms(day: IsoDate): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  const forms = [`${year}年${short}`, short];
  if (day.endsWith('-12-31')) forms.push(`${year}年底`, `${year}年`, `${year}年度`, `-${year}年`);
  if (day.endsWith('-01-01')) forms.push(`${year}年`, `${year}-`);
  return forms;
}

const numberKeys = ['at_least', 'more_than', 'at_most', 'less_than'] as const;
const dayKeys = ['from', 'to', 'after', 'before'] as const;

function boundsIn(test: unknown, place: string, words: string): PrintedBound[] {
  if (Array.isArray(test)) return test.flatMap((one, index) => boundsIn(one, `${place}/${index}`, words));
  if (!isNode(test)) return [];
  const own = [
    ...numberKeys.flatMap((key) => {
      const value = test[key];
      return typeof value === 'number'
        ? [{ place: `${place}/${key}`, forms: numberForms(value, test['unit']), words }]
        : [];
    }),
    ...dayKeys.flatMap((key) => {
      const value = test[key];
      return typeof value === 'string' && /^\d{4}-/.test(value)
        ? [{ place: `${place}/${key}`, forms: dayForms(value), words }]
        : [];
    }),
  ];
  return [
    ...own,
    ...Object.entries(test).flatMap(([key, inner]) => boundsIn(inner, `${place}/${key}`, words)),
  ];
}

/** Every number and day that the conditions of a rule file name, with the words of their clause. */
export function printedBounds(content: unknown, file: string): PrintedBound[] {
  const list = isNode(content) ? content['conditions'] : undefined;
  if (!Array.isArray(list)) return [];
  return list.filter(isNode).flatMap((condition) => {
    const source = condition['source'];
    const words = isNode(source) ? String(source['words']) : '';
    const place = `${file}/${String(condition['id'])}`;
    // A “where” is said in the name of another clause as often as in this one.
    return boundsIn(condition['test'], place, words);
  });
}

/** True when the words show one of the forms, not as a part of a longer number. */
export function carriesBound({ forms, words }: PrintedBound): boolean {
  const text = words.replace(/\s/g, '');
  return forms.some((form) => {
    const plain = form.replaceAll('.', '\\.');
    return new RegExp(`(?<![\\d.])${plain}(?!${/\d$/.test(form) ? '[\\d.]' : '$^'})`).test(text);
  });
}
