import type { Category, Rulebook, Subsidy } from './rulebook.ts';

/** A name in the rules that nothing answers to. */
export interface BrokenReference {
  /** Id of the category, city or table that holds the name. */
  holder: string;
  problem: string;
}

const subsidiesOf = (category: Category): Subsidy[] => [
  category.subsidy,
  ...category.variants.flatMap((variant) => (variant.subsidy ? [variant.subsidy] : [])),
];

/** Every document named anywhere in a compiled category. */
function documentsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'document' && typeof inner === 'string' ? [inner] : documentsIn(inner),
  );
}

const twice = (ids: string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

function ofCategory(
  category: Category,
  known: Record<'base' | 'cluster' | 'document' | 'category', Set<string>>,
) {
  const variants = new Set(category.variants.map((variant) => variant.id));
  const wanted: [kind: string, ids: string[], among: Set<string>][] = [
    ['base', subsidiesOf(category).flatMap((one) => one.components.map((part) => part.baseId)), known.base],
    ['cluster', category.subQuotas.flatMap((part) => part.clusterIds), known.cluster],
    ['variant', category.subQuotas.flatMap((part) => part.variantIds), variants],
    ['document', documentsIn(category), known.document],
    ['category', category.corresponds, known.category],
  ];
  return wanted.flatMap(([kind, ids, among]) =>
    ids
      .filter((id) => !among.has(id))
      .map((id) => ({ holder: category.id, problem: `${kind} “${id}” is not defined` })),
  );
}

/** Names that nothing answers to, and ids given twice; empty for sound rules. */
export function brokenReferences(rulebook: Rulebook): BrokenReference[] {
  const categories = rulebook.guides.flatMap((guide) => guide.categories);
  const cities = new Set(rulebook.regions.filter((one) => one.level === 'city').map((one) => one.adcode));
  const known = {
    base: new Set(rulebook.bases.map((base) => base.id)),
    cluster: new Set(rulebook.clusters.map((cluster) => cluster.id)),
    document: new Set(rulebook.documents.map((document) => document.id)),
    category: new Set(categories.map((category) => category.id)),
  };
  const doubles = [
    ...twice(categories.map((category) => category.id)),
    ...twice(rulebook.regions.map((region) => region.adcode)),
    ...twice(rulebook.clusters.map((cluster) => cluster.id)),
    ...twice(rulebook.bases.map((base) => base.id)),
  ].map((id) => ({ holder: id, problem: 'the id is given twice' }));
  const strayPlaces = [...rulebook.tiles, ...rulebook.statistics]
    .filter((one) => !cities.has(one.adcode))
    .map((one) => ({ holder: one.adcode, problem: 'no city has this code' }));
  return [...categories.flatMap((category) => ofCategory(category, known)), ...doubles, ...strayPlaces];
}
