import type { Region } from '$lib/domain/region';
import { matchRegion, regionOfAddress } from '$lib/policy/match-region';
import type { Rulebook } from '$lib/policy/rulebook';

/** Where a project lies: its city, and its county where one is named. */
export interface Location {
  city: Region;
  county: Region | null;
}

function locationOf(rulebook: Rulebook, region: Region | null): Location | null {
  if (region === null || region.level === 'province') return null;
  if (region.level === 'city') return { city: region, county: null };
  const city = rulebook.regions.find(({ adcode }) => adcode === region.cityAdcode);
  return city ? { city, county: region } : null;
}

/** City and county of a 地区 line (苏州市, 昆山市, 南京市江宁区); null for the province and for anything else. */
export const locateLine = (rulebook: Rulebook, text: string): Location | null =>
  locationOf(rulebook, matchRegion(rulebook, text) ?? regionOfAddress(rulebook, text));

/** City and county that an address begins with, or null. */
export const locateAddress = (rulebook: Rulebook, address: string): Location | null =>
  locationOf(rulebook, regionOfAddress(rulebook, address));
