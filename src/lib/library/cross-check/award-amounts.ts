import { shownAmount } from '../check/show-value';
import { subsidyOf } from '$lib/policy/look-up';
import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import { awardRow, hasEnded, type ProjectRecord } from './project-records';

/** A request above the computed ceiling; one above the category's cap was named when its row was read. */
function nameRequest({ project }: ProjectRecord, scope: CheckScope, log: CrossLog): void {
  const { requested_fen: requested, ceiling_fen: ceiling, category_id: id, variant_id: variant } = project;
  if (requested === null || ceiling === null || requested <= ceiling) return;
  const category = scope.categories.get(id)?.category;
  const subsidy = category && subsidyOf(category, variant);
  const cap = subsidy?.capFen?.value ?? subsidy?.fixedFen?.value ?? null;
  if (cap !== null && requested > cap) return;
  const said = { found: shownAmount(requested), expected: shownAmount(ceiling) };
  log.add('requested_over_ceiling', project, 'requested_fen', said);
}

/** An award beyond the ceiling, or beyond what was asked for, or decided before the application. */
function nameAward(record: ProjectRecord, log: CrossLog): void {
  const { project } = record;
  const { award_fen: award, requested_fen: requested, ceiling_fen: ceiling } = project;
  const at = awardRow(record);
  if (award !== null && ceiling !== null && award > ceiling)
    log.add('award_over_ceiling', at, 'award_fen', {
      found: shownAmount(award),
      expected: shownAmount(ceiling),
    });
  if (award !== null && requested !== null && award > requested)
    log.add('award_over_requested', at, 'award_fen', {
      found: shownAmount(award),
      expected: shownAmount(requested),
    });
  const { awarded_on: day, submitted_on: submitted } = project;
  if (day !== null && submitted !== null && day < submitted)
    log.add('award_before_application', at, 'awarded_on', { found: day, expected: submitted });
}

/** Requests and awards against the policy ceiling and each other; equal is fine. */
export function nameAwardAmounts(record: ProjectRecord, scope: CheckScope, log: CrossLog): void {
  if (!hasEnded(record)) nameRequest(record, scope, log);
  nameAward(record, log);
}
