import { labelOf, listed, placeName } from '$lib/briefing/wording';
import type { PlatformBooks } from '$lib/metrics/platforms/platform-case';
import { clusterGroups } from '$lib/policy/platforms/cluster-groups';
import { portal } from '../portal.svelte';

/** A city's name; null where none is written. */
export function cityName(adcode: string | null): string | null {
  const found = portal.rulebook.regions.find((region) => region.adcode === adcode);
  return found ? placeName(found) : adcode;
}

/** A cluster's name as of 2023, else as of the notice; null where none is written. */
export function clusterName({ platforms }: PlatformBooks, id: string | null): string | null {
  const found = [...portal.rulebook.clusters, ...platforms.clusters].find((cluster) => cluster.id === id);
  return found ? labelOf(found.name) : id;
}

/** Clusters of the notice that share a group; null where none is written. */
export function groupName({ platforms }: PlatformBooks, key: string | null): string | null {
  const found = clusterGroups(platforms.clusters).find((group) => group.key === key);
  return found ? listed(found.clusters.map(({ name }) => labelOf(name))) : key;
}
