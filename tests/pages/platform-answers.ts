/** What the 2019 notice says of each platform of the sample: its YAML read anew and its tests answered by plain loops. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { sampleTable, type CsvRow } from './sample-rows';

type State = boolean | null;
/** A test as the YAML writes it. */
interface Written {
  holds?: string;
  fact?: string;
  sum?: string[];
  part?: string;
  of?: string;
  at_least?: number;
  all?: Written[];
  any?: Written[];
}
interface WrittenLevel {
  conditions: { id: string; test: Written }[];
}

const names = ['企业级', '行业级', '跨行业跨领域'];
const files = ['enterprise-level', 'industry-level', 'cross-industry-level'];
const levels = files.map(
  (file) => parse(readFileSync(`rules/platforms/2019/${file}.yaml`, 'utf8')) as WrittenLevel,
);

const bodies = sampleTable('platform');
const told = new Map<string, CsvRow[]>();
for (const row of sampleTable('platform_metric')) {
  const id = row['platform_id'] ?? '';
  told.set(id, [...(told.get(id) ?? []), row]);
}

type Told = ReadonlyMap<string, CsvRow>;

function number(facts: Told, id: string): number | null {
  const text = facts.get(id)?.['value_number'] ?? '';
  return text === '' ? null : Number(text);
}

const every = (states: State[]): State =>
  states.includes(false) ? false : states.includes(null) ? null : true;
const some = (states: State[]): State =>
  states.includes(true) ? true : states.includes(null) ? null : false;

function answer(facts: Told, { holds, fact, sum, part, of, at_least: least = 0, all, any }: Written): State {
  if (all) return every(all.map((one) => answer(facts, one)));
  if (any) return some(any.map((one) => answer(facts, one)));
  if (holds === 'registered_in_province') return true;
  if (holds !== undefined) {
    const text = facts.get(holds)?.['value_text'] ?? '';
    return text === '' ? null : text === 'yes';
  }
  if (part !== undefined && of !== undefined) {
    const [own, whole] = [number(facts, part), number(facts, of)];
    return own === null || whole === null ? null : own * 100 >= least * whole;
  }
  const values = (sum ?? (fact === undefined ? [] : [fact])).map((id) => number(facts, id));
  if (values.includes(null)) return null;
  return values.reduce<number>((total, value) => total + (value ?? 0), 0) >= least;
}

export interface Judged {
  name: string;
  /** At the level applied for; null where it is none of the three. */
  answer: 'met' | 'not_met' | 'undetermined' | null;
  highest: string | null;
}

export function judged(row: CsvRow): Judged {
  const facts = new Map(
    (told.get(row['platform_id'] ?? '') ?? []).map((one) => [one['fact_id'] ?? '', one] as const),
  );
  const states = levels.map(({ conditions }) => every(conditions.map(({ test }) => answer(facts, test))));
  const applied = states[files.indexOf(row['level_id'] ?? '')];
  const word = applied === undefined ? null : applied === null ? 'undetermined' : applied ? 'met' : 'not_met';
  return { name: row['name'] ?? '', answer: word, highest: names[states.lastIndexOf(true)] ?? null };
}

export const platforms = ({ city, cluster }: { city?: string; cluster?: string }): CsvRow[] =>
  bodies.filter(
    (row) =>
      row['kind'] === 'platform' &&
      (city === undefined || row['city_adcode'] === city) &&
      (cluster === undefined || row['cluster_id'] === cluster),
  );

const subclasses = {
  factory_elements_shop_floor: '生产现场优化',
  factory_elements_production_management: '生产管理优化',
  factory_elements_business_management: '经营管理优化',
};

/** Factories with the sub-classes of the manufacturing system in which they report none. */
export const factories = (): { name: string; empty: string[] }[] =>
  bodies
    .filter((row) => row['kind'] !== 'platform')
    .map((row) => {
      const own = told.get(row['platform_id'] ?? '') ?? [];
      const isEmpty = (id: string) => own.some((one) => one['fact_id'] === id && one['value_number'] === '0');
      return {
        name: row['name'] ?? '',
        empty: Object.entries(subclasses)
          .filter(([id]) => isEmpty(id))
          .map(([, name]) => name),
      };
    });
