import type { Region } from '$lib/domain/region';
import type { Rulebook } from './rulebook';
import { sameWords } from './same-words';

const named = (regions: Region[], words: string): Region[] =>
  regions.filter((region) => sameWords(region.name) === words || sameWords(region.short) === words);

/** A name that two cities have (鼓楼区) is no answer without its city. */
const single = (regions: Region[]): Region | null => {
  const [only] = regions;
  return only && regions.length === 1 ? only : null;
};

const countiesOf = (rulebook: Rulebook, city: Region): Region[] =>
  rulebook.regions.filter((region) => region.level === 'county' && region.cityAdcode === city.adcode);

/** What may stand after `names` at the start of the words, the longest name first. */
function afterName(words: string, names: string[]): string | null {
  const found = names
    .map(sameWords)
    .filter((name) => words.startsWith(name))
    .sort((one, other) => other.length - one.length)[0];
  return found === undefined ? null : words.slice(found.length);
}

const withoutProvince = (words: string): string => words.replace(/^江苏省?(?=.)/, '');

/**
 * The province, city, county or development zone that a text names, in full or short, alone or after its city
 * (南京市, 昆山, 江苏省苏州市昆山市). Null where nothing fits or the name alone is ambiguous.
 */
export function matchRegion(rulebook: Rulebook, text: string): Region | null {
  const whole = sameWords(text);
  const words = withoutProvince(whole);
  if (words === '') return null;
  const province = rulebook.regions.filter((region) => region.level === 'province');
  if (named(province, whole).length > 0) return single(province);
  const cities = rulebook.regions.filter((region) => region.level === 'city');
  const city = single(named(cities, words));
  if (city) return city;
  const alone = named(
    rulebook.regions.filter((region) => region.level === 'county'),
    words,
  );
  if (alone.length > 0) return single(alone);
  for (const parent of cities) {
    const rest = afterName(words, [parent.name, parent.short]);
    const county = rest ? single(named(countiesOf(rulebook, parent), rest)) : null;
    if (county) return county;
  }
  return null;
}

interface Named {
  region: Region;
  key: string;
}

/** Cities with their counties, and all counties, under the words that an address is compared with. */
interface AddressNames {
  cities: (Named & { counties: Named[] })[];
  counties: Named[];
}

const namesByRulebook = new WeakMap<Rulebook, AddressNames>();

/** Made once for a rulebook: a long table asks for every row. */
function addressNames(rulebook: Rulebook): AddressNames {
  const known = namesByRulebook.get(rulebook);
  if (known) return known;
  const keyed = (region: Region): Named => ({ region, key: sameWords(region.name) });
  const ofLevel = (level: Region['level']) => rulebook.regions.filter((region) => region.level === level);
  const names: AddressNames = {
    cities: ofLevel('city').map((city) => ({
      ...keyed(city),
      counties: countiesOf(rulebook, city).map(keyed),
    })),
    counties: ofLevel('county').map(keyed),
  };
  namesByRulebook.set(rulebook, names);
  return names;
}

/**
 * The county, else the city, at the start of an address (江苏省苏州市昆山市玉山镇…). Counties count only under
 * their full names, since streets carry the short ones; null where the start names no place of the province.
 */
export function regionOfAddress(rulebook: Rulebook, address: string): Region | null {
  const words = withoutProvince(sameWords(address));
  const { cities, counties } = addressNames(rulebook);
  const city = cities.find(({ key }) => words.startsWith(key));
  if (city) {
    const rest = words.slice(city.key.length);
    return city.counties.find(({ key }) => rest.startsWith(key))?.region ?? city.region;
  }
  return single(counties.flatMap(({ region, key }) => (words.startsWith(key) ? [region] : [])));
}
