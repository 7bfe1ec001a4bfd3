import type { Statement } from '$lib/warehouse/engine';
import type { Scope } from '../scope';
import { sql } from './fragment';

/** A row of `appropriationRows`: money for a category, its period and the place in a file it was read from. */
export type AppropriationRow = {
  guide_year: number;
  area_id: string | null;
  category_id: string;
  amount_fen: number;
  period_start: string;
  period_end: string;
  file_name: string | null;
  source_file_id: string;
  source_sheet: string | null;
  source_row: number | null;
};

/** All appropriations, in the guides' order. */
export const appropriationRows =
  (): Statement => sql`SELECT a.guide_year, c.area_id, a.category_id, a.amount_fen, a.period_start, a.period_end,
  o.name AS file_name, a.source_file_id, a.source_sheet, a.source_row
FROM appropriation AS a
LEFT JOIN category AS c ON c.category_id = a.category_id AND c.guide_year = a.guide_year
LEFT JOIN source_file AS o ON o.file_id = a.source_file_id
ORDER BY a.guide_year, c.sequence, a.category_id, a.period_start`;

/** Those of the guide year, area and category in scope. */
export const appropriationsIn = (rows: readonly AppropriationRow[], scope: Scope): AppropriationRow[] =>
  rows.filter(
    (row) =>
      (scope.guideYear === null || row.guide_year === scope.guideYear) &&
      (scope.areaId === null || row.area_id === scope.areaId) &&
      (scope.categoryIds === null || scope.categoryIds.includes(row.category_id)),
  );
