import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { noCluster } from '$lib/metrics/filter-defaults';
import type {
  WhatIfCategory,
  WhatIfCluster,
  WhatIfPlace,
  WhatIfView,
} from '$lib/metrics/what-if/what-if-view';
import type { RowKind } from '$lib/ui/sort-rows';
import { portal } from '../../portal.svelte';
import type { CoveredFigures } from './shown-measures';

/** A row of the tables by category, place and cluster; null figures are a head over the rows that follow. */
export interface GroupLine {
  key: string;
  kind: RowKind;
  label: string;
  figures: CoveredFigures | null;
  /** The draft changes a value of it. */
  changed: boolean;
}

const head = (key: string, label: string): GroupLine => ({
  key,
  kind: 'area',
  label,
  figures: null,
  changed: false,
});

const sumLine = (figures: CoveredFigures): GroupLine => ({
  key: 'total',
  kind: 'sum',
  label: m.word_total(),
  figures,
  changed: false,
});

/** True where the guide leaves every standard of an item to a separate notice or an assessment. */
function lacksStandard(categoryId: string): boolean {
  const all = portal.rulebook.guides.flatMap((guide) => guide.categories);
  const found = all.find(({ id }) => id === categoryId);
  if (!found) return false;
  const own = found.variants.map(({ subsidy }) => subsidy?.kind ?? 'unknown');
  return [found.subsidy.kind, ...own].every((kind) => kind === 'unknown');
}

/** An item's figures; without a standard it has no amounts, also where nobody applied. */
export const itemFigures = (row: WhatIfCategory): CoveredFigures => ({
  ...row,
  noStandard: lacksStandard(row.categoryId),
});

/** Changed items first, then the others, both in the order of the guide. */
export function categoryLines({ categories, total }: WhatIfView): GroupLine[] {
  const lines = categories.map((row): GroupLine => ({
    key: row.categoryId,
    kind: 'in',
    label: labelOf(row.shortName),
    figures: itemFigures(row),
    changed: row.changed,
  }));
  const changed = lines.filter((line) => line.changed);
  const others = lines.filter((line) => !line.changed);
  if (changed.length === 0)
    return [...others.map((line): GroupLine => ({ ...line, kind: 'row' })), sumLine(total)];
  return [
    head('changed', m.what_if_changed_items({ count: changed.length })),
    ...changed,
    ...(others.length > 0 ? [head('others', m.what_if_other_items({ count: others.length }))] : []),
    ...others,
    sumLine(total),
  ];
}

const placeLine =
  (kind: RowKind) =>
  (place: WhatIfPlace): GroupLine => ({
    key: place.adcode ?? 'nowhere',
    kind,
    label: place.shortName ? labelOf(place.shortName) : m.what_if_no_place(),
    figures: place,
    changed: false,
  });

/** Cities, then the direct counties under a head of their own, then what has no known place. */
export function placeLines({ places, total }: WhatIfView): GroupLine[] {
  const cities = places.filter(({ adcode, isDirectCounty }) => adcode !== null && !isDirectCounty);
  const counties = places.filter(({ isDirectCounty }) => isDirectCounty);
  const nowhere = places.filter(({ adcode }) => adcode === null);
  return [
    ...cities.map(placeLine('row')),
    ...(counties.length > 0 ? [head('direct', m.word_direct_counties())] : []),
    ...counties.map(placeLine('in')),
    ...(nowhere.length > 0 ? [head('elsewhere', m.word_elsewhere())] : []),
    ...nowhere.map(placeLine('in')),
    sumLine(total),
  ];
}

function clusterLabel({ clusterKey, shortName }: WhatIfCluster): string {
  if (shortName) return labelOf(shortName);
  return clusterKey === noCluster ? m.word_no_cluster() : m.word_unknown_cluster();
}

/** Clusters in the official order, then outside the clusters and not stated. */
export function clusterLines({ clusters, total }: WhatIfView): GroupLine[] {
  const line =
    (kind: RowKind) =>
    (cluster: WhatIfCluster): GroupLine => ({
      key: cluster.clusterKey,
      kind,
      label: clusterLabel(cluster),
      figures: cluster,
      changed: false,
    });
  return [
    ...clusters.filter(({ name }) => name !== null).map(line('row')),
    head('outside', m.word_elsewhere()),
    ...clusters.filter(({ name }) => name === null).map(line('in')),
    sumLine(total),
  ];
}
