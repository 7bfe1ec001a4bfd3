import type { Cluster, Rulebook } from './rulebook';
import { sameWords } from './same-words';

const key = (text: string): string =>
  sameWords(text)
    .replace(/^(?:江苏)?省/, '')
    .replace(/(?:产业)?集群$/, '');

/** The cluster that a table's text names, in full, short or by an alias; null where none fits. */
export function matchCluster(rulebook: Rulebook, text: string): Cluster | null {
  const wanted = key(text);
  if (wanted === '') return null;
  return (
    rulebook.clusters.find((cluster) =>
      [cluster.name.zh, cluster.shortName.zh, cluster.name.en, ...cluster.aliases].some(
        (name) => key(name) === wanted,
      ),
    ) ?? null
  );
}
