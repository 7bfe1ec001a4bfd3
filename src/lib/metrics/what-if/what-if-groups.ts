import type { LibraryMeta } from '$lib/domain/library';
import type { Rulebook } from '$lib/policy/rulebook';
import { noCluster, unknownCluster } from '../filter-defaults';
import { placesOf } from '../views/place-rows';
import { figuresOf } from './what-if-figures';
import type { SumRow } from './what-if-sql';
import type { WhatIfCluster, WhatIfPlace } from './what-if-view';

/** The sums of all items laid on the places of the province; what lies nowhere only where there is such. */
export function placeFigures(
  rows: readonly SumRow[],
  rulebook: Rulebook,
  { coverage }: LibraryMeta,
  awardsKnown: boolean,
): WhatIfPlace[] {
  const places = placesOf(rulebook);
  const known = new Set<string | null>(places.map(({ adcode }) => adcode));
  const elsewhere = rows.filter((row) => !known.has(row.place_adcode));
  const nowhere: WhatIfPlace[] =
    elsewhere.length === 0
      ? []
      : [
          {
            adcode: null,
            name: null,
            shortName: null,
            isDirectCounty: false,
            covered: true,
            ...figuresOf(elsewhere, awardsKnown),
          },
        ];
  const named = places.map(({ adcode, name, shortName, isDirectCounty }): WhatIfPlace => {
    const here = rows.filter((row) => row.place_adcode === adcode);
    const covered = coverage?.places.includes(adcode) ?? true;
    return { adcode, name, shortName, isDirectCounty, covered, ...figuresOf(here, awardsKnown) };
  });
  return [...named, ...nowhere];
}

/** The sums of all items laid on the official list of clusters, then no cluster, then not stated. */
export function clusterFigures(
  rows: readonly SumRow[],
  rulebook: Rulebook,
  { coverage }: LibraryMeta,
  awardsKnown: boolean,
): WhatIfCluster[] {
  const listed = [...rulebook.clusters].sort((a, b) => a.sequence - b.sequence);
  const ids = new Set(listed.map(({ id }) => id));
  const keyOf = ({ cluster_key: key }: SumRow) => (ids.has(key) || key === noCluster ? key : unknownCluster);
  // A library narrowed to clusters says nothing of the others.
  const isCovered = (key: string) => coverage?.clusterIds?.includes(key) ?? true;
  const figures = (key: string) => ({
    covered: isCovered(key),
    ...figuresOf(
      rows.filter((row) => keyOf(row) === key),
      awardsKnown,
    ),
  });
  return [
    ...listed.map(({ id, name, shortName }) => ({ clusterKey: id, name, shortName, ...figures(id) })),
    ...[noCluster, unknownCluster].map((key) => ({
      clusterKey: key,
      name: null,
      shortName: null,
      ...figures(key),
    })),
  ];
}
