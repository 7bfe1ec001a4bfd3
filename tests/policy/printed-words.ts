import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** A number of the rules with the words that are said to carry it. */
export interface PrintedNumber {
  place: string;
  /** The number as the words must show it, with what follows it in print. */
  shown: string;
  words: string;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsOf = (node: Node): string | null => {
  const source = node['source'];
  return isNode(source) && typeof source['words'] === 'string' ? source['words'] : null;
};

/** 万元 amounts are printed as 4000万, without grouping. */
const moneyShown = (value: unknown, unit: unknown): string => {
  if (unit !== 'CNY_10K') throw new Error(`no printed form known for ${String(unit)}`);
  return `${String(value)}万`;
};

/** The numbers that one node states; amounts and caps without words of their own share those of the node. */
function numbersIn(node: Node): string[] {
  const shown: string[] = [];
  const { rate, amount, cap } = node;
  if (typeof node['value'] === 'number') {
    shown.push(node['unit'] === undefined ? `${node['value']}个` : moneyShown(node['value'], node['unit']));
  }
  for (const key of ['max', 'min']) if (typeof node[key] === 'number') shown.push(`${node[key]}个`);
  if (isNode(rate)) shown.push(`${String(rate['percent'])}%`);
  if (typeof node['share_percent'] === 'number') shown.push(`${node['share_percent']}%`);
  for (const part of [amount, cap]) {
    if (isNode(part) && !wordsOf(part)) shown.push(moneyShown(part['value'], part['unit']));
  }
  return shown;
}

/** Every number of a rule file that has words beside it. */
export function printedNumbers(value: unknown, place: string): PrintedNumber[] {
  if (Array.isArray(value))
    return value.flatMap((inner, index) => printedNumbers(inner, `${place}/${index}`));
  if (!isNode(value)) return [];
  const words = wordsOf(value);
  const own = words === null ? [] : numbersIn(value).map((shown) => ({ place, shown, words }));
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) => printedNumbers(inner, `${place}/${key}`)),
  ];
}

/** True when the words show the number whole, not as the tail of a longer one (400万 is not in 2400万). */
export function carries(words: string, shown: string): boolean {
  const text = words.replace(/\s/g, '');
  for (let at = text.indexOf(shown); at >= 0; at = text.indexOf(shown, at + 1)) {
    if (!/[\d.]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** All rule files below a folder with their content. */
export function ruleFiles(folder: string, under: string): { file: string; content: unknown }[] {
  return readdirSync(path.join(folder, under), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, content: parse(readFileSync(path.join(folder, under, file), 'utf8')) }));
}

/** All guide files with their content. */
export const guideFiles = (folder: string) => ruleFiles(folder, 'guides');
