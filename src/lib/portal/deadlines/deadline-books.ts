import type { DeadlineBooks } from '$lib/policy/deadlines/deadline-rules';

/** What dates are worked out by, loaded with the pages that show them and not before. */
export async function loadDeadlineBooks(): Promise<DeadlineBooks> {
  const [rules, annexes, centres, scoring] = await Promise.all([
    import('virtual:fundlens-deadlines'),
    import('virtual:fundlens-annexes'),
    import('virtual:fundlens-centres'),
    import('virtual:fundlens-scoring'),
  ]);
  return {
    rules: rules.default,
    agreement: annexes.default.agreement,
    agreementYear: annexes.default.comparisons.laterYear,
    centres: centres.default,
    graceDays: scoring.default.reporting.graceDays,
  };
}
