import type { Row } from '$lib/domain/tables';
import type { Category, Guide } from '$lib/policy/rulebook';

type Members = ReadonlyMap<string, Row<'sub_quota_member'>[]>;

function subQuotaUse(category: Category, projects: ReadonlySet<string>, members: Members) {
  return category.subQuotas.map(({ id, name, bound, amount, source }) => {
    const states = (members.get(id) ?? []).filter((member) => projects.has(member.project_id));
    const counted = states.filter(({ state }) => state === 'in').length;
    const undetermined = states.filter(({ state }) => state === 'undetermined').length;
    return { id, name, bound, amount, projects: counted, undetermined, source };
  });
}

/**
 * Applications of each category beside its quota. A summary table holds applications, not awards: more of them
 * than the quota is no fault, the count says how many can be chosen from.
 */
export function quotaUse(guide: Guide, projects: Row<'project'>[], members: Row<'sub_quota_member'>[]) {
  const bySubQuota = new Map<string, Row<'sub_quota_member'>[]>();
  for (const member of members)
    bySubQuota.set(member.sub_quota_id, [...(bySubQuota.get(member.sub_quota_id) ?? []), member]);
  return guide.categories.map((category) => {
    const own = projects.filter((project) => project.category_id === category.id);
    const quota = category.quota?.value ?? null;
    return {
      category: category.id,
      name: category.name,
      quota,
      noQuotaReason: category.noQuotaReason,
      projects: own.length,
      headroom: quota === null ? null : quota - own.length,
      subQuotas: subQuotaUse(category, new Set(own.map(({ project_id: id }) => id)), bySubQuota),
    };
  });
}
