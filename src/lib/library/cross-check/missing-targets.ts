import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import { awardRow, hasEnded, isAccepted, isAwarded, type ProjectRecord } from './project-records';

/**
 * Awarded or accepted projects without any target, where their category asks for a KPI form and the library holds
 * targets of their guide year at all.
 */
export function nameMissingTargets(record: ProjectRecord, scope: CheckScope, log: CrossLog): void {
  const { project, targets, forms, acceptances } = record;
  if (targets.length > 0 || forms.length > 0 || hasEnded(record)) return;
  if (!scope.yearsWithTargets.has(project.guide_year)) return;
  const category = scope.categories.get(project.category_id)?.category;
  const own = category?.variants.find(({ id }) => id === project.variant_id)?.kpiForm ?? null;
  const asked = own === null ? (category?.kpiForms ?? []) : [own];
  if (asked.length === 0) return;
  const said = { found: project.name, expected: asked.join('、') };
  const acceptance = acceptances.find(({ result }) => result === 'passed');
  if (isAccepted(record)) log.add('accepted_without_targets', acceptance ?? project, 'name', said);
  else if (isAwarded(record)) log.add('targets_missing', awardRow(record), 'name', said);
}
