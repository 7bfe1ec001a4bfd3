import { expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import { clusterIdOf } from '../check/choose-category';
import { readClusterMark } from './cluster-mark';

const mark = (cell: string | number | boolean | null) =>
  readClusterMark(cell, (text) => clusterIdOf(rulebook, text));
const value = (inCluster: boolean, clusterId: string | null) => ({
  kind: 'value',
  value: { inCluster, clusterId },
  change: null,
});

test.each([['是'], ['√'], ['Y'], [1], [true]])('%s says yes without a name', (cell) => {
  expect(mark(cell)).toEqual(value(true, null));
});

test.each([['否'], ['×'], ['N'], [0], ['不是'], ['无']])('%s says no', (cell) => {
  expect(mark(cell)).toEqual(value(false, null));
});

test.each([
  ['生物医药'],
  ['生物医药集群'],
  ['是（生物医药）'],
  ['是(生物医药集群)'],
  ['是，生物医药'],
  ['√ 生物医药'],
])('%s names the cluster', (cell) => {
  expect(mark(cell)).toEqual(value(true, 'biomedicine'));
});

test('a name with brackets of its own keeps them', () => {
  expect(mark('是（新能源（智能网联）汽车）')).toEqual(value(true, 'new-energy-vehicles'));
});

test('a name that is no cluster is a fault, an empty cell is missing', () => {
  expect(mark('航天')).toEqual({ kind: 'fault', code: 'cluster_unknown' });
  expect(mark('是（航天）')).toEqual({ kind: 'fault', code: 'cluster_unknown' });
  expect(mark(null)).toEqual({ kind: 'missing' });
  expect(mark('/')).toEqual({ kind: 'missing' });
});
