import { conditionsOf } from '$lib/policy/conditions/look-up';
import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import { hasEnded, type ProjectRecord } from './project-records';

/** Projects of an item beyond the most that one city may list (限报), named at the first row too many. */
export function nameCityLimits(records: readonly ProjectRecord[], scope: CheckScope, log: CrossLog): void {
  const { conditions, categories } = scope;
  if (!conditions) return;
  const limits = new Map(
    [...categories].flatMap(([id, { category, guide }]) => {
      const limit = conditionsOf(conditions, category, guide).cityLimit;
      return limit ? [[id, limit] as const] : [];
    }),
  );
  const groups = new Map<string, ProjectRecord[]>();
  for (const record of records) {
    const { category_id: id, city_adcode: city } = record.project;
    if (!limits.has(id) || hasEnded(record)) continue;
    const key = `${id} ${city}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  for (const group of groups.values()) {
    const limit = limits.get(group[0]?.project.category_id ?? '');
    const beyond = limit && group[limit.value]?.project;
    if (!limit || !beyond) continue;
    const { section, words } = limit.source;
    const expected = `${beyond.guide_year}年度指南 ${section}“${words}”`;
    log.add('city_limit_exceeded', beyond, 'category_id', { found: String(group.length), expected });
  }
}
