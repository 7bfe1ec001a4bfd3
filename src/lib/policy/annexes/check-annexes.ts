import type { Annexes } from './annexes.ts';

/** What names in the annexes may refer to. */
export interface KnownNames {
  clusterIds: ReadonlySet<string>;
  /** Ids of all printed items, such as `guides/2023/green-upgrade`. */
  categoryIds: ReadonlySet<string>;
  documents: ReadonlySet<string>;
}

/** Something that does not hold between annexes, or between them and the rest of the rules. */
export interface AnnexFault {
  /** The member of `Annexes` that holds it. */
  annex: keyof Annexes;
  problem: string;
}

const twice = (ids: string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

/** The texts under every key of these names, at any depth. */
function textsUnder(value: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => textsUnder(inner, keys));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (!keys.includes(key)) return textsUnder(inner, keys);
    const list: unknown[] = Array.isArray(inner) ? inner : [inner];
    return list.filter((one) => typeof one === 'string');
  });
}

const clusterKeys = ['clusterId', 'mapsTo'];
const categoryKeys = ['categoryId', 'categoryIds', 'earlierIds', 'laterIds'];

function strayNames(value: unknown, known: KnownNames): string[] {
  const wanted = [
    ['cluster', clusterKeys, known.clusterIds],
    ['item', categoryKeys, known.categoryIds],
    ['document', ['document'], known.documents],
  ] as const;
  return wanted.flatMap(([kind, keys, among]) =>
    [...new Set(textsUnder(value, keys))]
      .filter((id) => !among.has(id))
      .map((id) => `${kind} “${id}” is not defined`),
  );
}

/** Unclear places that a row names and the annex does not explain. */
function unexplained(value: { ambiguities: { id: string }[] }): string[] {
  const told = new Set(value.ambiguities.map(({ id }) => id));
  return [...new Set(textsUnder(value, ['ambiguityIds']))]
    .filter((id) => !told.has(id))
    .map((id) => `${id} has no reading`);
}

const missing = (all: Iterable<string>, found: string[], problem: string): string[] =>
  [...all].filter((id) => !found.includes(id)).map((id) => `${id} ${problem}`);

const ofYear = (known: KnownNames, year: number): string[] =>
  [...known.categoryIds].filter((id) => id.startsWith(`guides/${year}/`));

function faultsOfDirections({ directions, training }: Annexes, known: KnownNames): string[] {
  const named = directions.clusters.map(({ clusterId }) => clusterId);
  const left = directions.withoutDirections.map(({ clusterId }) => clusterId);
  const rows = training.directions.flatMap((direction) => direction.rows);
  return [
    ...twice([...named, ...left]).map((id) => `${id} stands twice`),
    ...missing(known.clusterIds, [...named, ...left], 'has neither directions nor a reason'),
    ...directions.withoutDirections
      .filter(
        ({ clusterId, foundIn }) => rows.find((row) => row.id === foundIn.rowId)?.clusterId !== clusterId,
      )
      .map(({ foundIn }) => `no row “${foundIn.rowId}” of training names the cluster`),
  ];
}

function faultsOfContacts({ contacts, comparisons }: Annexes, known: KnownNames): string[] {
  const named = contacts.contacts.map(({ categoryId }) => categoryId);
  const left = contacts.withoutRow.map(({ categoryId }) => categoryId);
  return [
    ...left.filter((id) => named.includes(id)).map((id) => `${id} has a row`),
    ...missing(ofYear(known, comparisons.laterYear), [...named, ...left], 'has neither a row nor a reason'),
  ];
}

function faultsOfClusters({ clusters2019 }: Annexes, known: KnownNames): string[] {
  const reached = clusters2019.clusters.flatMap(({ mapsTo }) => mapsTo);
  const left = clusters2019.withoutPredecessor.map(({ clusterId }) => clusterId);
  return [
    ...left.filter((id) => reached.includes(id)).map((id) => `${id} has a predecessor`),
    ...missing(known.clusterIds, [...reached, ...left], 'has neither a predecessor nor a reason'),
  ];
}

function faultsOfComparisons({ comparisons }: Annexes, known: KnownNames): string[] {
  const named = comparisons.comparisons.flatMap(({ earlierIds, laterIds }) => [...earlierIds, ...laterIds]);
  const items = [comparisons.earlierYear, comparisons.laterYear].flatMap((year) => ofYear(known, year));
  return [
    ...twice(named).map((id) => `${id} is compared twice`),
    ...missing(items, named, 'stands in no comparison'),
  ];
}

/** Members with unclear places of their own. */
const explained = [
  'directions',
  'training',
  'commitments',
  'checklist',
  'agreement',
  'contacts',
  'supportFields2020',
  'tasks2020',
] as const satisfies (keyof Annexes)[];

const members = [...explained, 'tables2020', 'clusters2019', 'comparisons'] as const;

/** What does not hold; empty for sound annexes. */
export function annexFaults(annexes: Annexes, known: KnownNames): AnnexFault[] {
  const problems: [keyof Annexes, string[]][] = [
    ...members.map((name): [keyof Annexes, string[]] => [name, strayNames(annexes[name], known)]),
    ...explained.map((name): [keyof Annexes, string[]] => [name, unexplained(annexes[name])]),
    ['tables2020', annexes.tables2020.flatMap(unexplained)],
    ['directions', faultsOfDirections(annexes, known)],
    ['contacts', faultsOfContacts(annexes, known)],
    ['clusters2019', faultsOfClusters(annexes, known)],
    ['comparisons', faultsOfComparisons(annexes, known)],
  ];
  return problems.flatMap(([annex, found]) => found.map((problem) => ({ annex, problem })));
}
