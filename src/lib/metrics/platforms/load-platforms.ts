import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import { caseOfPlatform, type FiledRow, type PlatformBooks, type PlatformCase } from './platform-case';
import { platformHoldings, platformMetricRows, platformRows, type PlatformScope } from './platform-sql';

/** How many platforms and factories the library holds, whatever the filters let through. */
export interface PlatformHoldings {
  platforms: number;
  factories: number;
}

export interface LoadedPlatforms {
  cases: PlatformCase[];
  held: PlatformHoldings;
}

function byPlatform(
  rows: readonly FiledRow<'platform_metric'>[],
): Map<string, FiledRow<'platform_metric'>[]> {
  const groups = new Map<string, FiledRow<'platform_metric'>[]>();
  for (const row of rows) {
    const own = groups.get(row.platform_id) ?? [];
    groups.set(row.platform_id, own);
    own.push(row);
  }
  return groups;
}

/** Reads the platforms and factories of a scope with what they report, and judges each by the rules. */
export async function loadPlatforms(
  engine: Engine,
  rulebook: Rulebook,
  scope: PlatformScope,
  books: PlatformBooks,
): Promise<LoadedPlatforms> {
  const [[held], bodies, metrics] = await Promise.all([
    engine.query<{ platforms: number; factories: number }>(platformHoldings()),
    engine.query<FiledRow<'platform'>>(platformRows(scope)),
    engine.query<FiledRow<'platform_metric'>>(platformMetricRows(scope)),
  ]);
  const cities = new Set(
    rulebook.regions.filter(({ level }) => level === 'city').map(({ adcode }) => adcode),
  );
  const own = byPlatform(metrics);
  const cases = bodies.map((body) =>
    caseOfPlatform({ body, metrics: own.get(body.platform_id) ?? [] }, books, cities),
  );
  return { cases, held: held ?? { platforms: 0, factories: 0 } };
}
