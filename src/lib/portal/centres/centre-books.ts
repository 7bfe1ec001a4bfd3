import type { CentreBooks } from '$lib/metrics/centres/centre-case';

/** Rules of the centres and of the fund's conditions, loaded with the page and not before. */
export async function loadCentreBooks(): Promise<CentreBooks> {
  const [centres, conditions] = await Promise.all([
    import('virtual:fundlens-centres'),
    import('virtual:fundlens-conditions'),
  ]);
  return { centres: centres.default, book: conditions.default };
}
