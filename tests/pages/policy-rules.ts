/** What the policy page must show, read from `rules/` without the portal's reader. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { areas } from './rule-words';

interface Amount {
  value: number;
  unit: 'CNY' | 'CNY_10K' | 'CNY_100M';
}
interface Printed {
  source: { section: string; words: string };
}
interface Subsidy {
  cap?: Amount & Printed;
}
interface Test {
  fact?: string;
  at_least?: number;
  unit?: string;
}
export interface PrintedItem {
  id: string;
  name: { zh: string; en: string };
  quota: ({ max: number } & Printed) | null;
  separate_notice?: Printed['source'];
  subsidy?: Subsidy;
  variants: { subsidy?: Subsidy }[];
  conditions: ({ id: string; test: Test } & Printed)[];
}

export const slugOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

export const printedItem = (year: number, slug: string): PrintedItem =>
  parse(readFileSync(`rules/guides/${year}/${slug}.yaml`, 'utf8')) as PrintedItem;

/** The 27 items of 2023. */
export const items2023: readonly PrintedItem[] = areas
  .flatMap(({ categories }) => categories)
  .map(({ id }) => printedItem(2023, slugOf(id)));

const inWan: Record<Amount['unit'], number> = { CNY: 0.0001, CNY_10K: 1, CNY_100M: 10_000 };

/** “4,000 万元”, “1 亿元”. */
export function shownAmount({ value, unit }: Amount): string {
  const wan = value * inWan[unit];
  return wan >= 10_000 ? `${wan / 10_000} 亿元` : `${wan.toLocaleString('en-US')} 万元`;
}

/** Every cap that an item or one of its types sets. */
export const capsOf = ({ subsidy, variants }: PrintedItem): (Amount & Printed)[] =>
  [subsidy, ...variants.map((variant) => variant.subsidy)].flatMap((one) => (one?.cap ? [one.cap] : []));
