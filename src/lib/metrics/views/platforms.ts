import type { IsoDate } from '$lib/domain/calendar';
import { clusterGroups, type ClusterGroup } from '$lib/policy/platforms/cluster-groups';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import type { CaseOf, KindOfCase, PlatformBooks, PlatformCase } from '../platforms/platform-case';
import {
  factoryLine,
  isLevelNamed,
  platformLine,
  type FactoryLine,
  type PlatformLine,
} from '../platforms/platform-lines';
import { loadPlatforms, type PlatformHoldings } from '../platforms/load-platforms';
import type { PlatformScope } from '../platforms/platform-sql';
import { scopeOf, type MetricsContext } from '../scope';

/** Platforms of a city or cluster by the highest level that they meet, and its factories. */
export interface PlaceCounts {
  /** Code of the city, key of the group of clusters; null where none is written. */
  key: string | null;
  platforms: number;
  /** By the highest level met, from the lowest to the highest. */
  levels: number[];
  /** Platforms that meet none. */
  none: number;
  factories: number;
  /** Factories that meet every condition. */
  factoriesMet: number;
}

export interface LevelCounts {
  levelId: string;
  /** Platforms that applied for it. */
  applied: number;
  /** Of those: how they stand to it. */
  met: number;
  notMet: number;
  open: number;
  /** Platforms whose highest level it is, whatever they applied for. */
  highest: number;
}

export interface PlatformsView {
  asOf: IsoDate;
  isSample: boolean;
  held: PlatformHoldings;
  platforms: PlatformLine[];
  factories: FactoryLine[];
  levels: LevelCounts[];
  cities: PlaceCounts[];
  clusters: PlaceCounts[];
  /** The platform or factory that the address names; null where it names none that is there. */
  open: PlatformCase | null;
}

/** Cities that the place filters let through: a county stands for its city, as platforms are listed by city. */
function citiesOf({ region, group }: Filters, { regions }: Rulebook): string[] | null {
  if (region !== null) {
    const found = regions.find(({ adcode }) => adcode === region);
    return found?.cityAdcode ? [found.cityAdcode] : [];
  }
  if (group === null) return null;
  return regions.filter((one) => one.level === 'city' && one.group === group).map(({ adcode }) => adcode);
}

/** A cluster with those of the notice that run into it. */
function clustersOf({ clusterId }: Filters, groups: readonly ClusterGroup[]): PlatformScope['clusters'] {
  if (clusterId === null) return null;
  if (clusterId === 'none' || clusterId === 'unknown') return 'none';
  const earlier = groups
    .flatMap(({ clusters }) => clusters)
    .filter(({ mapsTo }) => mapsTo.includes(clusterId));
  return [clusterId, ...earlier.map(({ id }) => id)];
}

const isOf =
  <K extends KindOfCase>(kind: K) =>
  (one: PlatformCase): one is CaseOf<K> =>
    one.kind === kind;

function countsOf(
  key: string | null,
  levelIds: readonly string[],
  platforms: readonly PlatformLine[],
  factories: readonly FactoryLine[],
): PlaceCounts {
  return {
    key,
    platforms: platforms.length,
    levels: levelIds.map((id) => platforms.filter(({ highestId }) => highestId === id).length),
    none: platforms.filter(({ highestId }) => highestId === null).length,
    factories: factories.length,
    factoriesMet: factories.filter(({ answer }) => answer === 'met').length,
  };
}

/** Counts key by key in the given order, then those without a key; keys without a row are left out unless kept. */
function placeCounts(
  keys: readonly string[],
  keyOf: (line: PlatformLine | FactoryLine) => string | null,
  levelIds: readonly string[],
  lines: { platforms: readonly PlatformLine[]; factories: readonly FactoryLine[] },
): PlaceCounts[] {
  const known = new Set(keys);
  const own = (line: PlatformLine | FactoryLine) => {
    const key = keyOf(line);
    return key !== null && known.has(key) ? key : null;
  };
  const rest = [...lines.platforms, ...lines.factories].some((line) => own(line) === null);
  return [...keys, ...(rest ? [null] : [])].map((key) =>
    countsOf(
      key,
      levelIds,
      lines.platforms.filter((line) => own(line) === key),
      lines.factories.filter((line) => own(line) === key),
    ),
  );
}

function levelCounts(levelIds: readonly string[], platforms: readonly PlatformLine[]): LevelCounts[] {
  return levelIds.map((levelId) => {
    const applied = platforms.filter(({ appliedId }) => isLevelNamed(levelId, appliedId));
    const count = (wanted: PlatformLine['appliedAnswer']) =>
      applied.filter(({ appliedAnswer }) => appliedAnswer === wanted).length;
    return {
      levelId,
      applied: applied.length,
      met: count('met'),
      notMet: count('not_met'),
      open: count('undetermined'),
      highest: platforms.filter(({ highestId }) => highestId === levelId).length,
    };
  });
}

/** Everything that `/platforms` shows: levels, places, clusters, each platform and factory, and the one opened. */
export async function loadPlatformsView(
  engine: Engine,
  { rulebook, meta }: MetricsContext,
  filters: Filters,
  books: PlatformBooks,
  openId: string | null = null,
): Promise<PlatformsView> {
  const { asOf } = scopeOf(filters, meta);
  const groups = clusterGroups(books.platforms.clusters);
  // What is opened is shown whatever the filters let through.
  const scope: PlatformScope =
    openId === null
      ? { asOf, cities: citiesOf(filters, rulebook), clusters: clustersOf(filters, groups) }
      : { asOf, cities: null, clusters: null };
  const { cases, held } = await loadPlatforms(engine, rulebook, scope, books);
  const platforms = cases.filter(isOf('platform')).map(platformLine);
  const factories = cases.filter(isOf('factory')).map(factoryLine);
  const levelIds = books.platforms.levels.map(({ id }) => id);
  const cityCodes = rulebook.regions.filter(({ level }) => level === 'city').map(({ adcode }) => adcode);
  const groupOf = (id: string | null) =>
    groups.find(({ ids }) => id !== null && ids.includes(id))?.key ?? null;
  const lines = { platforms, factories };
  return {
    asOf,
    isSample: meta.kind === 'sample',
    held,
    ...lines,
    levels: levelCounts(levelIds, platforms),
    cities: placeCounts(cityCodes, ({ cityAdcode }) => cityAdcode, levelIds, lines),
    clusters: placeCounts(
      groups.map(({ key }) => key),
      ({ clusterId }) => groupOf(clusterId),
      levelIds,
      lines,
    ),
    open: cases.find(({ body }) => body.platform_id === openId) ?? null,
  };
}
