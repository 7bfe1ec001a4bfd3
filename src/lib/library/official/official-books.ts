import type { LibraryRows } from '$lib/domain/tables';
import { formBooks } from './form-books';
import { inputBooks, type BookLayout } from './input-books';
import type { OfficialBook, OfficialRules } from './official-book';
import { summaryBooks } from './summary-books';

/**
 * A library as the workbooks that the office would have sent it in: summary tables by city, KPI forms, and every other
 * table that has rows. What they cannot carry is named in `carried-rows.ts`.
 */
export const officialBooks = (
  rules: OfficialRules,
  rows: LibraryRows,
  layout?: BookLayout,
): OfficialBook[] => [
  ...summaryBooks(rules.rulebook, rows),
  ...formBooks(rules, rows),
  ...inputBooks(rules, rows, layout),
];
