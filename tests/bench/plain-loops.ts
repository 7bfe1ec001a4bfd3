import type { LibraryRows, Row } from '$lib/domain/tables';

interface Sums {
  applications: number;
  awards: number;
  awardedFen: number;
  paidFen: number;
}

const placeOf = (row: Row<'project'>): string =>
  (row.reports_directly ? row.county_adcode : row.city_adcode) ?? '';

/**
 * The sums of the overview by plain loops over rows in memory: by category, place and cluster for one guide year.
 * Gives the number of groups, so that nothing can be left out as unused.
 */
export function overviewByLoops(rows: LibraryRows, guideYear: number, asOf: string): number {
  const paidBy = new Map<string, number>();
  for (const { project_id, paid_on, paid_fen } of rows.disbursement) {
    if (paid_on <= asOf) paidBy.set(project_id, (paidBy.get(project_id) ?? 0) + paid_fen);
  }
  const groups = new Map<string, Sums>();
  const add = (key: string, row: Row<'project'>) => {
    const sums = groups.get(key) ?? { applications: 0, awards: 0, awardedFen: 0, paidFen: 0 };
    if (row.submitted_on === null || row.submitted_on <= asOf) sums.applications += 1;
    if (row.awarded_on !== null && row.awarded_on <= asOf) {
      sums.awards += 1;
      sums.awardedFen += row.award_fen ?? 0;
    }
    sums.paidFen += paidBy.get(row.project_id) ?? 0;
    groups.set(key, sums);
  };
  for (const row of rows.project) {
    add(`year ${row.guide_year}`, row);
    if (row.guide_year !== guideYear) continue;
    add(`category ${row.category_id}`, row);
    add(`place ${placeOf(row)}`, row);
    add(`cluster ${row.cluster_id ?? 'none'}`, row);
  }
  return groups.size;
}
