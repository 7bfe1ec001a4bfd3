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

/**
 * The county, else the city, at the start of an address (江苏省苏州市昆山市玉山镇…). Counties count only under
 * their full names, since streets carry the short ones; null where the start names no place of the province.
 */
export function regionOfAddress(rulebook: Rulebook, address: string): Region | null {
  const words = withoutProvince(sameWords(address));
  for (const city of rulebook.regions.filter((region) => region.level === 'city')) {
    const rest = afterName(words, [city.name]);
    if (rest === null) continue;
    return countiesOf(rulebook, city).find((county) => rest.startsWith(sameWords(county.name))) ?? city;
  }
  const counties = rulebook.regions.filter((region) => region.level === 'county');
  return single(counties.filter((county) => words.startsWith(sameWords(county.name))));
}
