import { m } from '$lib/i18n/paraglide/messages';
import type { CaseOf } from '$lib/metrics/platforms/platform-case';
import { countAnswers, type FactoryLine, type PlatformLine } from '$lib/metrics/platforms/platform-lines';
import type { PlaceCounts, PlatformsView } from '$lib/metrics/views/platforms';
import type { LevelRuling } from '$lib/policy/platforms/platform-ruling';
import { listed } from '../wording';
import { levelName } from '../platform-words';

const mostNames = 3;

const countOf = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length;

/** Page title of `/platforms`: how many platforms reach the level that they applied for. */
export function platformsTitle({ platforms }: PlatformsView): string {
  if (platforms.length === 0) return m.platforms_empty();
  const count = (wanted: PlatformLine['appliedAnswer']) =>
    countOf(platforms, ({ appliedAnswer }) => appliedAnswer === wanted);
  return m.platforms_title({
    count: platforms.length,
    met: count('met'),
    notMet: count('not_met'),
    open: count('undetermined'),
  });
}

/** Platforms whose way to the next level is short of numbers only, fewest numbers first. */
export const nearNext = (platforms: readonly PlatformLine[]): PlatformLine[] =>
  platforms
    .filter(({ next }) => next && next.lacking.length === 0 && next.open.length === 0)
    .sort((a, b) => (a.next?.numbers.length ?? 0) - (b.next?.numbers.length ?? 0));

/** Sentences beside the title; words between ** are set bold. */
export function platformsLead({ platforms, levels }: PlatformsView): string {
  const [enterprise = 0, industry = 0, cross = 0] = levels.map(({ highest }) => highest);
  const none = countOf(platforms, ({ highestId }) => highestId === null);
  const near = nearNext(platforms).slice(0, mostNames);
  return [
    m.platforms_lead({ cross, industry, enterprise, none }),
    ...(near.length > 0 ? [m.platforms_lead_near({ names: listed(near.map(({ name }) => name)) })] : []),
  ].join(m.sentence_gap());
}

export const factoriesTitle = ({ factories }: PlatformsView): string =>
  factories.length === 0
    ? m.platforms_empty_factories()
    : m.platforms_factories_title({
        count: factories.length,
        met: countOf(factories, ({ answer }) => answer === 'met'),
        missing: countOf(factories, ({ missing }) => missing.length > 0),
      });

/** The sub-classes that are empty most often, with in how many factories; null where none is. */
export function emptiestSubclass(factories: readonly FactoryLine[]): { ids: string[]; count: number } | null {
  const counts = new Map<string, number>();
  for (const id of factories.flatMap(({ missing }) => missing)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const ids = [...counts].filter(([, count]) => count === most).map(([id]) => id);
  return most === 0 ? null : { ids, count: most };
}

export function factoriesLead({ factories }: PlatformsView, nameOf: (subclassId: string) => string): string {
  const emptiest = emptiestSubclass(factories);
  return [
    m.platforms_factories_lead({
      notMet: countOf(factories, ({ answer }) => answer === 'not_met'),
      open: countOf(factories, ({ answer }) => answer === 'undetermined'),
    }),
    ...(emptiest
      ? [
          m.platforms_factories_lead_missing({
            name: listed(emptiest.ids.map(nameOf)),
            count: emptiest.count,
          }),
        ]
      : []),
  ].join(m.sentence_gap());
}

/** The level of which the smallest share of applicants passes. */
export function levelsTitle({ levels }: PlatformsView): string {
  const [hardest] = levels
    .filter(({ applied }) => applied > 0)
    .sort((a, b) => a.met / a.applied - b.met / b.applied);
  if (!hardest) return m.platforms_levels_title_none();
  const { levelId, applied, met } = hardest;
  return m.platforms_levels_title({ level: levelName(levelId), applied, met });
}

const mostPlatforms = (counts: readonly PlaceCounts[]): PlaceCounts | undefined =>
  counts
    .filter(({ key, platforms }) => key !== null && platforms > 0)
    .sort((a, b) => b.platforms - a.platforms)[0];

export function citiesTitle(
  { cities }: PlatformsView,
  nameOf: (key: string | null) => string | null,
): string {
  const first = mostPlatforms(cities);
  if (!first) return m.platforms_cities_title_none();
  const empty = countOf(cities, ({ key, platforms }) => key !== null && platforms === 0);
  const words = { name: nameOf(first.key) ?? '', count: first.platforms };
  return empty === 0 ? m.platforms_cities_title_all(words) : m.platforms_cities_title({ ...words, empty });
}

/** @param sizeOf how many clusters of the notice a group holds */
export function clustersTitle(
  { clusters }: PlatformsView,
  nameOf: (key: string | null) => string | null,
  sizeOf: (key: string | null) => number,
): string {
  const first = mostPlatforms(clusters);
  if (!first) return m.platforms_clusters_title_none();
  const filled = clusters
    .filter(({ key, platforms }) => key !== null && platforms > 0)
    .reduce((sum, { key }) => sum + sizeOf(key), 0);
  return m.platforms_clusters_title({ filled, name: nameOf(first.key) ?? '', count: first.platforms });
}

/** How many are short of numbers only, lack abilities, or left facts out; a platform may be both of the last. */
export const listTitle = ({ platforms }: PlatformsView): string =>
  m.platforms_list_title({
    only: nearNext(platforms).length,
    blocked: countOf(platforms, ({ next }) => (next?.lacking.length ?? 0) > 0),
    open: countOf(platforms, ({ next }) => (next?.open.length ?? 0) > 0),
  });

/** Title of one platform: its level, and how many conditions lie between it and the next. */
export function platformTitle({ body: { name }, ruling }: CaseOf<'platform'>): string {
  const { highest, next } = ruling;
  if (!next) return m.platforms_detail_title_top({ name, level: levelName(highest?.id ?? '') });
  const count = next.lacks.length;
  return highest
    ? m.platforms_detail_title({ name, level: levelName(highest.id), next: levelName(next.level.id), count })
    : m.platforms_detail_title_none({ name, count });
}

export function levelClausesTitle({ level, eligibility }: LevelRuling): string {
  return m.platforms_clauses_title({ level: levelName(level.id), ...countAnswers(eligibility.conditions) });
}

/** @param nameOf the name of a condition of the factory */
export function factoryTitle(
  { body: { name }, ruling }: CaseOf<'factory'>,
  nameOf: (conditionId: string) => string,
): string {
  const { answer } = ruling.eligibility;
  if (answer === 'met') return m.platforms_factory_title_met({ name });
  const lacks = ruling.lacks.filter((lack) => lack.answer.answer === answer);
  const words = {
    name,
    count: lacks.length,
    what: listed(lacks.map((lack) => nameOf(lack.answer.condition.id))),
  };
  return answer === 'not_met'
    ? m.platforms_factory_title_not_met(words)
    : m.platforms_factory_title_open(words);
}
