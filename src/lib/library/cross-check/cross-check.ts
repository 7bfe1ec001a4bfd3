import type { Finding } from '$lib/domain/finding';
import type { LibraryRows } from '$lib/domain/tables';
import { nameAcceptances } from './acceptances';
import { applicantsOf } from './applicants';
import { nameAwardAmounts } from './award-amounts';
import { checkScope, type CrossCheckOptions } from './check-scope';
import { nameCityLimits } from './city-limits';
import { CrossLog } from './cross-log';
import { nameDifferingCodes } from './differing-codes';
import { nameFormDates } from './form-dates';
import { LibraryPlaces } from './library-places';
import { nameMissingTargets } from './missing-targets';
import { nameOpenEarlierProjects } from './open-earlier-projects';
import { namePayments } from './payments';
import { ProgressCheck } from './progress-series';
import { projectRecords } from './project-records';
import { nameRecoveries } from './recoveries';
import { nameRepeatedProjects } from './repeated-projects';
import { conditionCheck } from './unmet-conditions';

export type { CrossCheckOptions } from './check-scope';
export { crossCheckCodes, withCrossChecks } from './cross-check-codes';

/**
 * Checks the whole library, over all files and imports: repeated projects and applicants, conditions of the guides,
 * ceilings, awards, payments, acceptances, targets and progress. Every finding points to the row that it is about,
 * and to its cell where the column's place is known. All are warnings or notes: the rows are loaded already. The same
 * rows give the same findings in the same order; put them in place of earlier ones with `withCrossChecks`.
 */
export function crossCheck(rows: LibraryRows, options: CrossCheckOptions): Finding[] {
  const records = projectRecords(rows);
  const scope = checkScope(records, options);
  const log = new CrossLog(new LibraryPlaces(rows));
  for (const applicant of applicantsOf(records)) {
    nameRepeatedProjects(applicant, log);
    nameOpenEarlierProjects(applicant, scope, log);
  }
  nameDifferingCodes(records, log);
  nameCityLimits(records, scope, log);
  const nameUnmetConditions = conditionCheck(scope);
  const progress = new ProgressCheck(scope);
  for (const record of records) {
    if (record.project.status !== 'rejected') nameUnmetConditions?.(record, log);
    nameAwardAmounts(record, scope, log);
    namePayments(record, scope, log);
    nameRecoveries(record, log);
    nameAcceptances(record, log);
    nameMissingTargets(record, scope, log);
    nameFormDates(record, log);
    progress.run(record, log);
  }
  return log.findings;
}
