import { expect, test } from 'vitest';
import { compileComparisons, compileEarlierClusters } from './compile-mappings';
import type { ComparisonsText, EarlierClustersText } from './schema-mappings';

const label = { zh: '名', en: 'Name' };
const [one, two] = ['guides/2020/one', 'guides/2020/two'];
const [three, four] = ['guides/2023/three', 'guides/2023/four'];

const compared = (
  relation: ComparisonsText['comparisons'][number]['relation'],
  earlier: string[],
  later: string[],
) =>
  compileComparisons({
    earlier: 2020,
    later: 2023,
    mapping: 'ours',
    comparisons: [{ id: 'group', name: label, relation, earlier, later, note: label }],
  });

test('each relation has its sides', () => {
  expect(() => compared('same', [one], [three])).not.toThrow();
  expect(() => compared('split', [one], [three, four])).not.toThrow();
  expect(() => compared('merged', [one, two], [three])).not.toThrow();
  expect(() => compared('new', [], [three])).not.toThrow();
  expect(() => compared('ended', [one], [])).not.toThrow();
});

test('a relation that does not fit its sides is refused', () => {
  expect(() => compared('same', [one], [three, four])).toThrow('“same” does not fit 1 and 2 items');
  expect(() => compared('split', [one], [three])).toThrow('“split”');
  expect(() => compared('merged', [one], [three])).toThrow('“merged”');
  expect(() => compared('new', [one], [three])).toThrow('“new”');
  expect(() => compared('ended', [], [three])).toThrow('“ended”');
});

const mapped = (clusters: EarlierClustersText['clusters']) =>
  compileEarlierClusters({
    document: 'notice',
    section: '附件5',
    count: { value: clusters.length, words: '名单' },
    mapping: 'ours',
    clusters,
    without_predecessor: [],
  });

test('a mapping that is not one to one asks for a reason', () => {
  const first = { id: 'first', sequence: 1, name: label, maps_to: ['a'] };
  const second = { id: 'second', sequence: 2, name: label, maps_to: ['b'] };
  expect(mapped([first, second]).clusters.map(({ reason }) => reason)).toEqual([null, null]);
  expect(() => mapped([{ ...first, maps_to: ['a', 'c'] }, second])).toThrow('expected a reason');
  expect(() => mapped([first, { ...second, maps_to: ['a'] }])).toThrow('expected a reason');
  expect(mapped([{ ...first, maps_to: ['a', 'c'], reason: label }, second]).clusters[0]?.reason).toEqual(
    label,
  );
});
