import type { Category } from '$lib/policy/rulebook';
import { conditionGroups, groupOf, type ConditionGroup } from './condition-groups';
import type { GuideView } from './guide-view';

export interface GuideCounts {
  items: number;
  /** Quotas of the items that have one, and how many these are. */
  quota: number;
  withQuota: number;
  conditions: number;
  byGroup: Record<ConditionGroup, number>;
  /** Forms that items are measured by, each counted once, and their common indicators. */
  forms: number;
  indicators: number;
  /** Places where the text is unclear or two texts differ. */
  ambiguities: number;
  /** Items whose scheme is left to a separate notice. */
  notices: Category[];
}

/** What a guide holds, counted. A quota that the guide does not set is left out, not counted as 0. */
export function guideCounts({ items }: GuideView): GuideCounts {
  const quotas = items.flatMap(({ category }) => (category.quota ? [category.quota.value] : []));
  const conditions = items.flatMap((item) =>
    item.conditions.conditions.map((condition) => groupOf(condition, item.words.book)),
  );
  const inGroup = (group: ConditionGroup) => conditions.filter((one) => one === group).length;
  const forms = [...new Set(items.flatMap((item) => item.forms))];
  const [requirement, exclusion, document, priority] = conditionGroups.map(inGroup);
  return {
    items: items.length,
    quota: quotas.reduce((sum, quota) => sum + quota, 0),
    withQuota: quotas.length,
    conditions: conditions.length,
    byGroup: {
      requirement: requirement ?? 0,
      exclusion: exclusion ?? 0,
      document: document ?? 0,
      priority: priority ?? 0,
    },
    forms: forms.length,
    indicators: forms.reduce((sum, form) => sum + form.indicators.length, 0),
    ambiguities: items.reduce((sum, item) => sum + item.conditions.ambiguities.length, 0),
    notices: items.flatMap(({ category }) => (category.separateNotice ? [category] : [])),
  };
}
