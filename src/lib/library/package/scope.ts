import type { Label } from '$lib/domain/label';
import type { Row } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { PackageError } from './package-error';
import { descriptorPath } from './describe-package';

/**
 * The part of the province that a package is made for. Cities and a direct county add up to places; clusters
 * narrow them: with both, a row must lie in one of the places and in one of the clusters.
 */
export interface PackageScope {
  /** Prefecture cities, without the direct counties in them. */
  cityAdcodes?: readonly string[];
  clusterIds?: readonly string[];
  /** A 省直报县 (昆山, 泰兴, 沭阳), which is no part of its city's scope. */
  directCounty?: string;
}

const placesOf = ({ cityAdcodes = [], directCounty }: PackageScope): string[] =>
  directCounty === undefined ? [...cityAdcodes] : [...cityAdcodes, directCounty];

type Placed = Pick<Row<'project'>, 'reports_directly' | 'county_adcode' | 'city_adcode' | 'cluster_id'>;

/**
 * Tells which projects lie in the scope; a scope that names nothing holds nothing. A project that a direct county
 * nominated belongs to that county alone; where the county is not known it belongs to no place at all.
 */
export function scopeTest(scope: PackageScope): (project: Placed) => boolean {
  const { directCounty, cityAdcodes = [], clusterIds = [] } = scope;
  const cities = new Set(cityAdcodes);
  const clusters = new Set(clusterIds);
  const anywhere = cities.size === 0 && directCounty === undefined;
  if (anywhere && clusters.size === 0) return () => false;
  const inPlace = ({
    reports_directly: direct,
    county_adcode: county,
    city_adcode: city,
  }: Placed): boolean => (direct ? county !== null && county === directCounty : cities.has(city));
  const inCluster = ({ cluster_id: id }: Placed): boolean => id !== null && clusters.has(id);
  return (project) => (anywhere || inPlace(project)) && (clusters.size === 0 || inCluster(project));
}

/** Places that the scope speaks of in full: none where it holds only some clusters of them. */
export const wholePlacesOf = (scope: PackageScope): string[] =>
  (scope.clusterIds ?? []).length > 0 ? [] : placesOf(scope).sort();

const unknownScope = (column: string, found: string): PackageError =>
  new PackageError([{ code: 'package_unknown_scope', file: descriptorPath, column, found }]);

function namesOf(column: string, ids: readonly string[], known: ReadonlyMap<string, Label>): Label[] {
  return ids.map((id) => {
    const name = known.get(id);
    if (!name) throw unknownScope(column, id);
    return name;
  });
}

const joined = (names: readonly Label[]): Label => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});

/**
 * The scope's places and clusters in words.
 * @throws PackageError `package_unknown_scope` when it names nothing, or something that the rules do not know
 */
export function nameScope(
  scope: PackageScope,
  { regions, clusters }: Pick<Rulebook, 'regions' | 'clusters'>,
): Label {
  const label = ({ name, english }: Rulebook['regions'][number]): Label => ({
    zh: name,
    en: english ?? name,
  });
  const cities = regions.filter(({ level }) => level === 'city');
  const counties = regions.filter(({ level, reportsDirectly }) => level === 'county' && reportsDirectly);
  const places = [
    ...namesOf(
      'cityAdcodes',
      scope.cityAdcodes ?? [],
      new Map(cities.map((one) => [one.adcode, label(one)])),
    ),
    ...namesOf(
      'directCounty',
      scope.directCounty === undefined ? [] : [scope.directCounty],
      new Map(counties.map((one) => [one.adcode, label(one)])),
    ),
  ];
  const groups = namesOf(
    'clusterIds',
    scope.clusterIds ?? [],
    new Map(clusters.map(({ id, shortName }) => [id, shortName])),
  );
  if (places.length + groups.length === 0) throw unknownScope('scope', 'nothing');
  const parts = [places, groups].filter((names) => names.length > 0).map(joined);
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
}
