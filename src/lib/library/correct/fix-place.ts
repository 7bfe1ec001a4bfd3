import type { Region } from '$lib/domain/region';
import { sameWords } from '$lib/policy/same-words';
import type { Rulebook } from '$lib/policy/rulebook';
import { locateAddress } from '../check/locate-region';

const citiesIn = (regions: readonly Region[], text: string): Region[] =>
  regions.filter(
    ({ level, name, short }) => level === 'city' && (text.includes(name) || text.includes(short)),
  );

/**
 * The address with its city in front, where it begins with a county of that city: 徐州铜山区… says the city in short,
 * 鼓楼区… leaves it to the name of the file. Null where no city, or more than one, comes of it.
 */
export function addressWithCity(
  { regions, ...rest }: Rulebook,
  address: string,
  file: string,
): string | null {
  const words = sameWords(address).replace(/^江苏省?/, '');
  const counties = regions.filter(({ level }) => level === 'county');
  const named = citiesIn(regions, file);
  const found = regions.flatMap((city) => {
    if (city.level !== 'city') return [];
    const begins = words.startsWith(city.short);
    const behind = begins ? words.slice(city.short.length) : words;
    if (!begins && !(named.length === 1 && named[0] === city)) return [];
    const inside = counties.some(
      ({ cityAdcode, name }) => cityAdcode === city.adcode && behind.startsWith(sameWords(name)),
    );
    return inside ? [`${city.name}${behind}`] : [];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return locateAddress({ regions, ...rest }, only) ? only : null;
}
