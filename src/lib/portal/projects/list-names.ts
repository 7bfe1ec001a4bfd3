import { labelOf, placeName } from '$lib/briefing/wording';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { m } from '$lib/i18n/paraglide/messages';
import { noCluster, unknownCluster } from '$lib/metrics/filter-defaults';
import type { Rulebook } from '$lib/policy/rulebook';
import type { PlaceWords } from './find-projects';

/** Names of what a list holds by code, in the language of the page; an unknown code stands as it is. */
export interface ListNames {
  category: (id: string) => string;
  type: (categoryId: string, variantId: string) => string;
  place: (adcode: string) => string;
  cluster: (key: string) => string;
}

const orItself =
  (names: ReadonlyMap<string, string>) =>
  (key: string): string =>
    names.get(key) ?? key;

export function listNames({ guides, regions, clusters }: Rulebook): ListNames {
  const categories = guides.flatMap((guide) => guide.categories);
  const types = new Map(
    categories.flatMap(({ id, variants }) =>
      variants.map((variant) => [`${id} ${variant.id}`, labelOf(variant.name)] as const),
    ),
  );
  const isChinese = getLocale() === 'zh';
  return {
    category: orItself(new Map(categories.map(({ id, shortName }) => [id, labelOf(shortName)]))),
    type: (categoryId, variantId) => types.get(`${categoryId} ${variantId}`) ?? variantId,
    place: orItself(
      new Map(regions.map((region) => [region.adcode, isChinese ? region.short : placeName(region)])),
    ),
    cluster: orItself(
      new Map([
        ...clusters.map(({ id, shortName }) => [id, labelOf(shortName)] as const),
        [noCluster, m.word_no_cluster()],
        [unknownCluster, m.word_unknown_cluster()],
      ]),
    ),
  };
}

/** Every way in which a place is written, for the search. */
export const placeWords = ({ regions }: Rulebook): PlaceWords =>
  new Map(regions.map(({ adcode, name, short, english }) => [adcode, `${name} ${short} ${english ?? ''}`]));
