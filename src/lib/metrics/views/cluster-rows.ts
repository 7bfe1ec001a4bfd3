import type { Label } from '$lib/domain/label';
import type { Rulebook } from '$lib/policy/rulebook';
import { noCluster } from '../filter-defaults';
import type { Figures } from '../figure';
import type { Measured } from '../measure-by';
import type { MeasureId } from '../measures/measure';

export interface ClusterRow<M extends MeasureId> {
  clusterId: string;
  sequence: number;
  name: Label;
  shortName: Label;
  figures: Figures<M>;
}

export interface ClusterRows<M extends MeasureId> {
  /** In the order of the official list. */
  clusters: ClusterRow<M>[];
  /** Projects outside the clusters, and those that do not say or name none of the list. */
  none: Figures<M>;
  unknown: Figures<M>;
}

/** Measures by `cluster` laid on the official list of clusters. */
export function clusterRows<M extends MeasureId>(measured: Measured<M>, rulebook: Rulebook): ClusterRows<M> {
  const named = new Set<unknown>(rulebook.clusters.map((cluster) => cluster.id));
  return {
    clusters: [...rulebook.clusters]
      .sort((a, b) => a.sequence - b.sequence)
      .map(({ id, sequence, name, shortName }) => ({
        clusterId: id,
        sequence,
        name,
        shortName,
        figures: measured.at(id),
      })),
    none: measured.at(noCluster),
    unknown: measured.total(([key]) => key !== noCluster && !named.has(key)),
  };
}
