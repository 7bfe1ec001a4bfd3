import type { Region } from '$lib/domain/region';
import { cityDemo, clusterDemo, directCountyShare, outsideClusters } from './parameters';
import type { Random } from './random';

/** Where a project lies and which cluster it belongs to (null: none). */
export interface Place {
  city: Region;
  county: Region;
  clusterId: string | null;
}

/** Cities, counties and clusters to draw from. */
export interface Places {
  cities: readonly Region[];
  countiesOf: ReadonlyMap<string, readonly Region[]>;
  clusterIds: readonly string[];
}

export function placesOf(regions: readonly Region[], clusterIds: readonly string[]): Places {
  const cities = regions.filter((region) => region.level === 'city');
  const countiesOf = new Map(
    cities.map((city) => [
      city.adcode,
      regions.filter((region) => region.level === 'county' && region.cityAdcode === city.adcode),
    ]),
  );
  return { cities, countiesOf, clusterIds };
}

/** Which clusters a project may lie in: all, a few only (they count for a sub-quota), or all but those. */
export interface ClusterChoice {
  only?: readonly string[];
  without?: readonly string[];
}

export function drawCluster(random: Random, places: Places, choice: ClusterChoice): string | null {
  if (!choice.only && random.chance(outsideClusters)) return null;
  const allowed = choice.only ?? places.clusterIds.filter((id) => !choice.without?.includes(id));
  return random.weighted(allowed, (id) => clusterDemo[id]?.weight ?? 0.05);
}

function drawCounty(random: Random, places: Places, city: Region): Region {
  const counties = places.countiesOf.get(city.adcode) ?? [];
  const direct = counties.find((county) => county.reportsDirectly);
  if (direct && random.chance(directCountyShare)) return direct;
  return random.pick(counties.filter((county) => county !== direct));
}

/** Draws a cluster, then a city where that cluster is at home, then a county of the city. */
export function drawPlace(random: Random, places: Places, choice: ClusterChoice = {}): Place {
  const clusterId = drawCluster(random, places, choice);
  const strongIn = clusterId === null ? {} : (clusterDemo[clusterId]?.strongIn ?? {});
  const city = random.weighted(
    places.cities,
    ({ adcode }) => (cityDemo[adcode]?.weight ?? 0) * (strongIn[adcode] ?? 1),
  );
  return { city, county: drawCounty(random, places, city), clusterId };
}
