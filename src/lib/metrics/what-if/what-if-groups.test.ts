import { expect, test } from 'vitest';
import { readRulebook } from '$lib/policy/read-rules';
import { contextOf, libraryOf } from '../fixtures/small-library';
import { clusterFigures } from './what-if-groups';

const rulebook = readRulebook();
const { meta } = contextOf(libraryOf({}));
const coveredOf = (clusterIds?: string[]) =>
  clusterFigures(
    [],
    rulebook,
    {
      ...meta,
      coverage: { places: [], areaIds: [], categoryIds: [], ...(clusterIds ? { clusterIds } : {}) },
    },
    true,
  )
    .filter(({ covered }) => covered)
    .map(({ clusterKey }) => clusterKey);

test('a library narrowed to clusters says nothing of the others', () => {
  expect(coveredOf(['biomedicine'])).toEqual(['biomedicine']);
});

test('a library that is not speaks of every cluster, of none and of not stated', () => {
  expect(coveredOf()).toHaveLength(rulebook.clusters.length + 2);
});
