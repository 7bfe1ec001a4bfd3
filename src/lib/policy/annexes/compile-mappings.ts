import type { EarlierClusters, GuideComparison, GuideComparisons } from './annexes.ts';
import { AnnexError, checkCount, checkNumbers, PrintedAnnex } from './printed-annex.ts';
import type { ComparisonsText, EarlierClustersText } from './schema-mappings.ts';

/** @throws AnnexError when numbers leave a gap, the printed count differs or a mapping that is not one to one has no reason. */
export function compileEarlierClusters(text: EarlierClustersText): EarlierClusters {
  const annex = new PrintedAnnex(text, []);
  checkNumbers(
    text.clusters.map(({ sequence }) => sequence),
    'clusters',
  );
  checkCount(text.clusters.length, text.count.value, 'clusters');
  const targets = text.clusters.flatMap(({ maps_to }) => maps_to);
  const shared = (id: string) => targets.filter((target) => target === id).length > 1;
  const bare = text.clusters.find(
    ({ maps_to, reason }) => !reason && (maps_to.length > 1 || maps_to.some(shared)),
  );
  if (bare) throw new AnnexError(bare.id, 'not one to one: expected a reason');
  return {
    mapping: text.mapping,
    clusters: text.clusters.map(({ id, sequence, maps_to, reason, ...row }) => ({
      ...annex.row(row),
      id,
      sequence,
      mapsTo: maps_to,
      reason: reason ?? null,
    })),
    withoutPredecessor: text.without_predecessor.map(({ cluster, reason }) => ({
      clusterId: cluster,
      reason,
    })),
  };
}

/** How many items each side of a relation may have. */
const sides: Record<GuideComparison['relation'], (earlier: number, later: number) => boolean> = {
  same: (earlier, later) => earlier === 1 && later === 1,
  split: (earlier, later) => earlier === 1 && later > 1,
  merged: (earlier, later) => earlier > 1 && later === 1,
  new: (earlier, later) => earlier === 0 && later > 0,
  ended: (earlier, later) => earlier > 0 && later === 0,
};

/** @throws AnnexError when the sides of a group do not fit its relation. */
export function compileComparisons(text: ComparisonsText): GuideComparisons {
  const odd = text.comparisons.find((one) => !sides[one.relation](one.earlier.length, one.later.length));
  if (odd) {
    throw new AnnexError(
      odd.id,
      `“${odd.relation}” does not fit ${odd.earlier.length} and ${odd.later.length} items`,
    );
  }
  return {
    earlierYear: text.earlier,
    laterYear: text.later,
    mapping: text.mapping,
    comparisons: text.comparisons.map(({ earlier, later, ...one }) => ({
      ...one,
      earlierIds: earlier,
      laterIds: later,
    })),
  };
}
