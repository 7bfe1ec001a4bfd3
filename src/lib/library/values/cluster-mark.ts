import { cellText, type CellValue } from '../read/cells';
import { fault, missing, read, type Reading } from './reading';
import { halfWidth } from './text';

export interface ClusterMark {
  inCluster: boolean;
  clusterId: string | null;
}

const yes = new Set(['是', '√', '✓', '✔', '☑', 'y', 'yes', '1', 'true', '属于', '有']);
const no = new Set(['否', '×', 'x', '✗', '✘', '☒', 'n', 'no', '0', 'false', '不是', '不属于', '无']);
const blank = new Set(['', '-', '--', '\u2014', '\u2014\u2014', '/']);
const yesAndName = /^(?:是|√|✓|属于)[\s,;:、(]*(.+?)[)]?$/;

/**
 * The answer to 是否为省先进制造业集群中的项目: yes, no, a cluster's name, or both as in 是（生物医药）.
 * Fault: `cluster_unknown` when a name is written that is no cluster's.
 * @param clusterIdOf finds a cluster's id by a name or alias
 */
export function readClusterMark(
  value: CellValue,
  clusterIdOf: (text: string) => string | null,
): Reading<ClusterMark> {
  const text = halfWidth(cellText(value)).trim();
  const word = text.toLowerCase();
  if (blank.has(word)) return missing;
  if (yes.has(word)) return read({ inCluster: true, clusterId: null });
  if (no.has(word)) return read({ inCluster: false, clusterId: null });
  const clusterId = clusterIdOf(yesAndName.exec(text)?.[1] ?? text);
  return clusterId === null ? fault('cluster_unknown') : read({ inCluster: true, clusterId });
}
