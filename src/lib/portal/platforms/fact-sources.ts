import type { PlatformCase } from '$lib/metrics/platforms/platform-case';
import { distinctRows, type FiledRow } from '../policy/clause/filed-row';

/** The rows that facts were read from, each once; a firm's place stands in the row of the list itself. */
export function factRows({ metrics, body, facts }: PlatformCase, ids: readonly string[]): FiledRow[] {
  const rows = ids.map((id) => {
    const own = metrics.find((row) => row.fact_id === id);
    if (own) return own;
    return id === 'registered_in_province' && facts[id] !== undefined ? body : null;
  });
  return distinctRows(rows);
}
