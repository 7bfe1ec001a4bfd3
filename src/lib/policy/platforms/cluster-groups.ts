import type { EarlierCluster } from '../annexes/annexes.ts';

/**
 * Clusters of the notice that rows can be told by. Tables keep the cluster of 2023; where two of the notice run into
 * one, nothing tells them apart and they share a group.
 */
export interface ClusterGroup {
  key: string;
  clusters: EarlierCluster[];
  /** Ids that a row of the group may carry: those of the notice and those of 2023. */
  ids: string[];
}

/** The clusters of the notice in their order, joined where they run into the same cluster of 2023. */
export function clusterGroups(clusters: readonly EarlierCluster[]): ClusterGroup[] {
  const groups: ClusterGroup[] = [];
  for (const cluster of clusters) {
    const shared = groups.find(({ ids }) => cluster.mapsTo.some((id) => ids.includes(id)));
    if (shared) {
      shared.clusters.push(cluster);
      shared.ids.push(cluster.id, ...cluster.mapsTo.filter((id) => !shared.ids.includes(id)));
    } else groups.push({ key: cluster.id, clusters: [cluster], ids: [cluster.id, ...cluster.mapsTo] });
  }
  return groups;
}
