import { labelOf, placeName } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Filters } from '$lib/metrics/filters';
import { portal } from './portal.svelte';
import { stageName } from './project-words';

/** Words of the filters' parts; null where nothing is chosen. Used by the bar, the panels and every export. */
export const filterWords = {
  guide: ({ guideYear }: Filters): string => m.frame_filter_guide_value({ year: guideYear }),
  asOf: ({ asOf }: Filters): string => m.frame_filter_as_of_value({ date: asOf ?? portal.meta.asOf }),
  region: ({ region, directOnly, group }: Filters): string | null => {
    if (directOnly) return m.word_direct_counties();
    if (group) return { south: m.group_south, middle: m.group_middle, north: m.group_north }[group]();
    const found = portal.rulebook.regions.find(({ adcode }) => adcode === region);
    return found ? placeName(found) : null;
  },
  cluster: ({ clusterId }: Filters): string | null => {
    if (clusterId === 'none') return m.word_no_cluster();
    if (clusterId === 'unknown') return m.word_unknown_cluster();
    const found = portal.rulebook.clusters.find(({ id }) => id === clusterId);
    return found ? labelOf(found.name) : null;
  },
  area: ({ areaId, guideYear }: Filters): string | null => {
    const areas = portal.rulebook.guides.find(({ year }) => year === guideYear)?.areas ?? [];
    const found = areas.find(({ id }) => id === areaId);
    return found ? labelOf(found.shortName) : null;
  },
  category: ({ categoryId, subQuotaId }: Filters): string | null => {
    const all = portal.rulebook.guides.flatMap(({ categories }) => categories);
    const found = all.find(({ id }) => id === categoryId);
    if (!found) return null;
    const part = found.subQuotas.find(({ id }) => id === subQuotaId);
    return labelOf(found.shortName) + (part ? ` · ${labelOf(part.name)}` : '');
  },
  stage: ({ stage }: Filters): string | null => (stage ? stageName(stage) : null),
  search: ({ search }: Filters): string | null => (search ? `“${search}”` : null),
};

/** The whole state in words: “2023 年指南 · 截至 2026-09-30 · 全省 · 全部集群”. */
export const scopeWords = (filters: Filters): string =>
  [
    filterWords.guide(filters),
    filterWords.asOf(filters),
    filterWords.region(filters) ?? m.frame_filter_region_all(),
    filterWords.cluster(filters) ?? m.frame_filter_cluster_all(),
    filterWords.category(filters) ?? filterWords.area(filters),
    filterWords.stage(filters),
    filterWords.search(filters),
  ]
    .filter((word) => word !== null)
    .join(' · ');
