import type { Region } from '$lib/domain/region';
import type { Place } from './places';
import type { Random } from './random';
import { categoryEndings, clusterWords, defaultEndings, namedByPlace, noClusterWords } from './vocabulary';

const wordsFor = (clusterId: string | null) =>
  (clusterId === null ? undefined : clusterWords[clusterId]) ?? noClusterWords;

/** The name that stands in brackets: the directly reporting county's own, else the city's. */
const placeName = ({ city, county }: Place): string => (county.reportsDirectly ? county.short : city.short);

/** An invented recipient, such as 演示企业0217（常州）. */
export const recipientName = (serial: number, place: Place): string =>
  `演示企业${String(serial).padStart(4, '0')}（${placeName(place)}）`;

/** An address down to the county and no further. */
export const recipientAddress = (city: Region, county: Region): string =>
  `江苏省${city.name}${county.name}（演示地址）`;

export const industryName = (random: Random, clusterId: string | null): string =>
  random.pick(wordsFor(clusterId).industries);

/**
 * An invented project, such as 演示项目·高端轴承产线数字化改造.
 * @param kind last part of the category's id, with the type where there is one: `identifier-resolution/secondary-node`
 */
export function projectName(random: Random, kind: string, place: Place): string {
  const slug = kind.split('/')[0] ?? kind;
  const product = random.pick(wordsFor(place.clusterId).products);
  const subject = namedByPlace.includes(slug) ? place.city.short : product;
  const endings = categoryEndings[kind] ?? categoryEndings[slug] ?? defaultEndings;
  return `演示项目·${subject}${random.pick(endings)}`;
}
