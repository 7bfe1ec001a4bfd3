import type { CentreBooks } from '$lib/metrics/centres/centre-case';
import { reportDueDay } from '$lib/policy/deadlines/centre-deadlines';

/** Rules of the centres, of the fund's conditions and of working days, loaded with the page and not before. */
export async function loadCentreBooks(): Promise<CentreBooks> {
  const [centres, conditions, { default: deadlines }] = await Promise.all([
    import('virtual:fundlens-centres'),
    import('virtual:fundlens-conditions'),
    import('virtual:fundlens-deadlines'),
  ]);
  return {
    centres: centres.default,
    book: conditions.default,
    dueDay: (report, periodEnd) => reportDueDay(deadlines.calendars, report, periodEnd)?.on ?? null,
  };
}
