import { expect, test } from 'vitest';
import type { Annexes } from './annexes';
import { annexFaults, type KnownNames } from './check-annexes';
import { readAnnexes } from './read-annexes';

const annexes = readAnnexes();
const comparisons = annexes.comparisons.comparisons;
const known: KnownNames = {
  clusterIds: new Set([
    ...annexes.directions.clusters.map(({ clusterId }) => clusterId),
    ...annexes.directions.withoutDirections.map(({ clusterId }) => clusterId),
  ]),
  categoryIds: new Set(comparisons.flatMap(({ earlierIds, laterIds }) => [...earlierIds, ...laterIds])),
  documents: new Set([
    'fund-guide-2020',
    'fund-guide-2023',
    'fund-guide-2023-annexes',
    'industrial-internet-notice-2019',
  ]),
};

const problems = (changed: Partial<Annexes>, names: KnownNames = known): string[] =>
  annexFaults({ ...annexes, ...changed }, names).map(({ annex, problem }) => `${annex}: ${problem}`);

const without = (ids: ReadonlySet<string>, id: string) => new Set([...ids].filter((one) => one !== id));

test('the annexes hold together', () => {
  expect(problems({})).toEqual([]);
});

test('a cluster, an item or a document that does not exist is named', () => {
  const poorer = { ...known, clusterIds: without(known.clusterIds, 'biomedicine') };
  expect(problems({}, poorer)).toContain('directions: cluster “biomedicine” is not defined');
  expect(problems({}, poorer)).toContain('clusters2019: cluster “biomedicine” is not defined');
  const item = 'guides/2020/solution-providers';
  const fewer = problems({}, { ...known, categoryIds: without(known.categoryIds, item) });
  expect(fewer).toContain(`tables2020: item “${item}” is not defined`);
  const papers = problems({}, { ...known, documents: without(known.documents, 'fund-guide-2023-annexes') });
  expect(papers).toContain('contacts: document “fund-guide-2023-annexes” is not defined');
});

test('a cluster or an item that is left out needs a reason', () => {
  const richer = { ...known, clusterIds: new Set([...known.clusterIds, 'space']) };
  expect(problems({}, richer)).toEqual([
    'directions: space has neither directions nor a reason',
    'clusters2019: space has neither a predecessor nor a reason',
  ]);
  const more = { ...known, categoryIds: new Set([...known.categoryIds, 'guides/2023/space']) };
  expect(problems({}, more)).toEqual([
    'contacts: guides/2023/space has neither a row nor a reason',
    'comparisons: guides/2023/space stands in no comparison',
  ]);
});

test('a row that names an unclear place finds its reading in the annex', () => {
  const agreement = { ...annexes.agreement, ambiguities: [] };
  expect(problems({ agreement })).toContain('agreement: T-05 has no reading');
});

test('a cluster without directions stands in the row that is named', () => {
  const withoutDirections = annexes.directions.withoutDirections.map((one) => ({
    ...one,
    foundIn: { ...one.foundIn, rowId: 'ships' },
  }));
  const directions = { ...annexes.directions, withoutDirections };
  expect(problems({ directions })).toEqual(['directions: no row “ships” of training names the cluster']);
});

test('no item is compared twice', () => {
  const [first] = comparisons;
  if (!first) throw new Error('there are comparisons');
  const doubled = { ...annexes.comparisons, comparisons: [...comparisons, first] };
  expect(problems({ comparisons: doubled })).toEqual([
    'comparisons: guides/2020/high-end-upgrade is compared twice',
    'comparisons: guides/2023/high-end-upgrade is compared twice',
  ]);
});
