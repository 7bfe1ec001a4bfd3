/** Names and quotas as they stand in `rules/`, read without the portal's reader. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface RuleCategory {
  id: string;
  name: string;
  shortName: string;
  quota: number | null;
}
export interface RuleArea {
  name: string;
  shortName: string;
  categories: RuleCategory[];
}
interface Named {
  name: { zh: string };
  short_name: { zh: string };
}
interface Place {
  adcode: string;
  name: string;
  short: string;
}

const read = <T>(file: string): T => parse(readFileSync(`rules/${file}`, 'utf8')) as T;

function category(slug: string): RuleCategory {
  const item = read<Named & { id: string; quota: { max: number } | null }>(`guides/2023/${slug}.yaml`);
  return {
    id: item.id,
    name: item.name.zh,
    shortName: item.short_name.zh,
    quota: item.quota && 'max' in item.quota ? item.quota.max : null,
  };
}

/** The five areas of the 2023 guide with their categories, in the guide's order. */
export const areas: readonly RuleArea[] = read<{ areas: (Named & { items: string[] })[] }>(
  'guides/2023/guide.yaml',
).areas.map((area) => ({
  name: area.name.zh,
  shortName: area.short_name.zh,
  categories: area.items.map(category),
}));

export const categories: readonly RuleCategory[] = areas.flatMap((area) => area.categories);

export const idsOf = (area: RuleArea): ReadonlySet<string> => new Set(area.categories.map(({ id }) => id));

const places = read<{ cities: (Place & { counties: (Place & { direct?: boolean })[] })[] }>(
  'vocabulary/regions.yaml',
).cities;

export const cities: readonly Place[] = places;
export const directCounties: readonly Place[] = places.flatMap(({ counties }) =>
  counties.filter(({ direct }) => direct === true),
);

export const clusters: readonly { id: string; name: string }[] = read<{
  clusters: (Named & { id: string })[];
}>('vocabulary/clusters.yaml').clusters.map(({ id, name }) => ({ id, name: name.zh }));
