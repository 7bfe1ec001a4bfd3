import type { Applicant } from './applicants';
import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import { hasEnded, isAccepted, isAwarded } from './project-records';

/**
 * Applicants whose project of an earlier guide year was awarded, goes on, and has not passed its acceptance (未验收).
 * Years of which no acceptance is known say nothing. No guide at hand excludes them: the finding asks for a look.
 */
export function nameOpenEarlierProjects({ records }: Applicant, scope: CheckScope, log: CrossLog): void {
  if (records.length < 2) return;
  const open = records.filter(
    (record) =>
      scope.yearsWithAcceptances.has(record.project.guide_year) &&
      isAwarded(record) &&
      !isAccepted(record) &&
      !hasEnded(record),
  );
  for (const { project } of open.length > 0 ? records : []) {
    const earlier = open.find((record) => record.project.guide_year < project.guide_year)?.project;
    if (!earlier) continue;
    const expected = `${earlier.guide_year}年度“${earlier.name}” · ${log.words(earlier)}`;
    log.add('earlier_project_open', project, 'recipient_name', { found: project.recipient_name, expected });
  }
}
