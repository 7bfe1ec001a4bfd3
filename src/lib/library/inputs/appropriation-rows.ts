import type { Row } from '$lib/domain/tables';
import { matchCategory } from '$lib/policy/match-category';
import type { Rulebook } from '$lib/policy/rulebook';
import type { InputRow } from './read-input-row';

type Appropriation = Omit<Row<'appropriation'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

/** Id of the category that the row names in its guide year, or null with a finding. */
function categoryOf(row: InputRow, rulebook: Rulebook, year: number): string | null {
  const text = row.texts.get('category_id');
  const years = rulebook.guides.map((guide) => guide.year);
  if (!years.includes(year)) {
    row.report('guide_year_unknown', 'guide_year', { found: String(year), expected: years.join('、') });
    return null;
  }
  if (text === undefined) return null;
  const match = matchCategory(rulebook, year, null, text);
  if (!match) row.report('category_unknown', 'category_id', { expected: `${year}年度指南` });
  return match?.category.id ?? null;
}

/** The appropriation that a row tells, or null with a finding. */
export function appropriationRow(row: InputRow, rulebook: Rulebook): Appropriation | null {
  const year = row.numbers.get('guide_year');
  const amount = row.numbers.get('amount_fen');
  const start = row.texts.get('period_start');
  const end = row.texts.get('period_end');
  const category = year === undefined ? null : categoryOf(row, rulebook, year);
  if (start !== undefined && end !== undefined && end < start)
    row.report('end_before_start', 'period_end', { expected: start });
  if (year === undefined || amount === undefined || start === undefined || end === undefined) return null;
  if (category === null) return null;
  return {
    guide_year: year,
    category_id: category,
    amount_fen: amount,
    period_start: start,
    period_end: end,
  };
}
