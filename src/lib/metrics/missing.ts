/** Why a figure is missing. Missing is never zero: a page shows “—” with the reason. */
export const missingReasons = [
  'no_projects',
  'no_awards',
  'no_appropriations',
  'no_disbursements',
  'no_targets',
  'no_progress',
  'no_acceptances',
  'no_data_for_year',
  'not_imported',
  'only_by_category',
  'only_by_prefecture',
  'not_by_dimension',
  'no_quota',
  'no_appropriation',
  'no_values',
  'zero_whole',
  'no_statistics',
  'not_started',
] as const;
export type MissingReason = (typeof missingReasons)[number];
