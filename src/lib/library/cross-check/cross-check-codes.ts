import type { Finding } from '$lib/domain/finding';
import type { FindingCode } from '../check/finding-codes';

/**
 * What only the whole library shows. `recipient_twice` is named while files are read too; over the library it is
 * named anew, so that it also speaks of rows of earlier imports.
 */
const codes = [
  'recipient_twice',
  'project_listed_again',
  'project_in_earlier_guide',
  'recipient_code_differs',
  'earlier_project_open',
  'condition_not_met',
  'city_limit_exceeded',
  'requested_over_ceiling',
  'award_over_ceiling',
  'award_over_requested',
  'award_before_application',
  'payments_over_award',
  'payment_ahead_of_award',
  'final_before_acceptance',
  'final_without_acceptance',
  'paid_after_ending',
  'recoveries_over_payments',
  'accepted_after_ending',
  'accepted_without_targets',
  'targets_missing',
  'form_dates_reversed',
  'progress_backwards',
  'progress_before_start',
  'progress_after_end',
  'progress_over_target',
  'progress_short_of_target',
] as const satisfies readonly FindingCode[];

export type CrossCheckCode = (typeof codes)[number];

/** Codes of the checks over the whole library: their findings are made anew each time. */
export const crossCheckCodes: ReadonlySet<string> = new Set(codes);

/** The findings with those of the last check over the whole library in place of earlier ones. */
export const withCrossChecks = (findings: readonly Finding[], checked: readonly Finding[]): Finding[] =>
  findings.filter(({ code }) => !crossCheckCodes.has(code)).concat(checked);
