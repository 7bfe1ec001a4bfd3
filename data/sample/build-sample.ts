import type { Library } from '$lib/domain/library';
import { countRows, type LibraryRows } from '$lib/domain/tables';
import { hashRows } from '$lib/library/package/hash-rows';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Rulebook } from '$lib/policy/rulebook';
import { digestTable, longTables } from './csv-table';
import { numberRows, sampleMeta, shortTables, sourceFileRow } from './finish-sample';
import { makeYears, type SampleOptions } from './sample-years';

export type { SampleOptions } from './sample-years';

/** Adds rows that come in the order of the package, each with its number there. */
function addNumbered<T extends { source_row: number | null }>(list: T[], rows: readonly T[]): void {
  for (const row of rows) {
    list.push(row);
    row.source_row = list.length + 1;
  }
}

/**
 * The invented library (演示数据): three guide years under the given rules. The same rules, seed and size
 * give the same rows on every machine.
 */
export function buildSample(
  rulebook: Rulebook,
  kpiForms: readonly KpiForm[],
  options: SampleOptions,
): Library {
  const long: Pick<LibraryRows, (typeof longTables)[number]> = { target_form: [], target: [], progress: [] };
  const short = makeYears(rulebook, kpiForms, options, ({ form, targets, progress }) => {
    addNumbered(long.target_form, [form]);
    addNumbered(long.target, targets);
    addNumbered(long.progress, progress);
  });
  const rows = { ...numberRows(short), ...long };
  rows.source_file.push(
    sourceFileRow([...shortTables, ...longTables].map((table) => digestTable(table, rows))),
  );
  return { meta: sampleMeta(hashRows(rows), countRows(rows)), rows };
}
