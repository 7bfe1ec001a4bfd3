import { expect, test } from 'vitest';
import { matchCluster } from './match-cluster';
import { readRulebook } from './read-rules';

const rulebook = readRulebook();

test('every cluster is found by its name, with or without 集群, by its short name and its aliases', () => {
  for (const cluster of rulebook.clusters) {
    for (const name of [
      cluster.name.zh,
      `${cluster.name.zh}集群`,
      cluster.shortName.zh,
      ...cluster.aliases,
    ]) {
      expect([name, matchCluster(rulebook, name)?.id]).toEqual([name, cluster.id]);
    }
  }
});

test('brackets, spaces and the province in front do not matter', () => {
  expect(matchCluster(rulebook, '新能源(智能网联)汽车 产业集群')?.id).toBe('new-energy-vehicles');
  expect(matchCluster(rulebook, '江苏省物联网集群')?.id).toBe('internet-of-things');
});

test('是, 否 and unknown names are no cluster', () => {
  expect(matchCluster(rulebook, '是')).toBeNull();
  expect(matchCluster(rulebook, '')).toBeNull();
  expect(matchCluster(rulebook, '航空航天')).toBeNull();
});
