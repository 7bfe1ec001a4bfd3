import type { FactValues } from '$lib/policy/conditions/condition';
import type { FactColumn } from '$lib/policy/sql/fact-types';
import { quoteName, quoteText } from '$lib/policy/sql/sql-text';

/** A relation of facts written out, as a SELECT in brackets: the project is the number of its row. */
export function relationOf(rows: readonly FactValues[], asked: readonly FactColumn[]): string {
  const literal = (value: FactValues[string]): string => {
    if (value === null || value === undefined) return 'NULL';
    return quoteText(String(value));
  };
  const lines = rows.map((row, index) => `(${index}, ${asked.map(({ id }) => literal(row[id])).join(', ')})`);
  const columns = asked.map(({ id, type }, index) => `CAST(v.c${index} AS ${type}) AS ${quoteName(id)}`);
  const names = asked.map((_, index) => `c${index}`).join(', ');
  return `(SELECT v.project_id, ${columns.join(', ')} FROM (VALUES ${lines.join(', ')}) AS v(project_id, ${names}))`;
}
