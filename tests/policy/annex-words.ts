import { carries } from './printed-words';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every node of a compiled annex, at any depth. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodes)];
}

const wordsOf = (node: Node): string => {
  const { source } = node;
  return isNode(source) && typeof source['words'] === 'string' ? source['words'] : '';
};

/** A number of an annex with the words that are said to carry it. */
export interface AnnexNumber {
  value: number;
  to: number | null;
  words: string;
}

/** All quantities and all terms of duties. */
export function quantities(value: unknown): AnnexNumber[] {
  return nodes(value).flatMap((node) => {
    const { value: number, to } = node;
    if (typeof number !== 'number' || !isNode(node['source'])) return [];
    return [{ value: number, to: typeof to === 'number' ? to : null, words: wordsOf(node) }];
  });
}

const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** How print may show a number: 12, 1万, 六. */
const shownAs = (value: number): string[] => [
  String(value),
  ...(value % 10_000 === 0 ? [`${value / 10_000}万`] : []),
  ...(chinese[value] === undefined ? [] : [chinese[value]]),
];

/** True when the words show the number, and both ends of a range. */
export const inWords = ({ value, to, words }: AnnexNumber): boolean =>
  to === null
    ? shownAs(value).some((shown) => carries(words, shown) && whole(words, shown))
    : words.includes(`${value}-${to}`);

/** The number is not the head of a longer one (10 is not in 1000). */
const whole = (words: string, shown: string): boolean =>
  !/\d$/.test(shown) || new RegExp(`(?<!\\d)${shown}(?!\\d)`).test(words.replace(/\s/g, ''));

/** Dates with the words that carry them. */
export function dated(value: unknown): { year: string; words: string }[] {
  return nodes(value).flatMap((node) =>
    ['date', 'from', 'to'].flatMap((key) => {
      const day = node[key];
      return typeof day === 'string' ? [{ year: day.slice(0, 4), words: wordsOf(node) }] : [];
    }),
  );
}

const plain = (text: string): string => text.replace(/[\s…]/g, '').replace(/\(/g, '（').replace(/\)/g, '）');

/** Chinese names beside the words of their rows, brackets made alike and … closed. */
export const namesWithWords = (rows: unknown): { name: string; words: string }[] => {
  if (Array.isArray(rows)) return rows.flatMap(namesWithWords);
  if (!isNode(rows) || !isNode(rows['name'])) return [];
  return [{ name: plain(String(rows['name']['zh'])), words: plain(wordsOf(rows)) }];
};

/** All places in the texts. */
export const sources = (value: unknown): { section: string; words: string }[] =>
  nodes(value).flatMap(({ section, words }) =>
    typeof section === 'string' && typeof words === 'string' ? [{ section, words }] : [],
  );

/** Ids of unclear places that have a reading. */
export const touched = (value: unknown): string[] =>
  nodes(value).flatMap(({ id, reading }) =>
    typeof id === 'string' && typeof reading === 'string' ? [id] : [],
  );
