import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Library } from '$lib/domain/library';
import { countRows } from '$lib/domain/tables';
import { describePackage, descriptorPath, tablePath } from '$lib/library/package/describe-package';
import { exportFiles } from '$lib/library/package/export-package';
import { hashRows } from '$lib/library/package/hash-rows';
import { writtenTables } from '$lib/library/package/table-columns';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Rulebook } from '$lib/policy/rulebook';
import { aboutSample } from './about-sample';
import { addHashes, digestTable, longTables, LongCsv, type LongTable } from './csv-table';
import { numberRows, sampleMeta, shortTables, sourceFileRow } from './finish-sample';
import { makeYears, type SampleOptions } from './sample-years';

/** Writes the pieces one by one: a table of a million rows is too long for one string. */
function openTable(folder: string, file: string) {
  const handle = openSync(path.join(folder, file), 'w');
  return {
    write: (piece: string): void => void writeSync(handle, piece),
    close: () => {
      closeSync(handle);
    },
  };
}

/**
 * Writes a sample of any size as a CSV package, its long tables row by row as they are made: the same files as
 * `buildSample` and `writePackage` give, with less memory.
 * @returns the library without the rows of its long tables
 */
export function writeSample(
  folder: string,
  rulebook: Rulebook,
  kpiForms: readonly KpiForm[],
  options: SampleOptions,
): Library {
  mkdirSync(folder, { recursive: true });
  const long = longTables.map((table) => {
    const file = openTable(folder, tablePath(table));
    return { table, file, csv: new LongCsv(table, file.write) };
  });
  const csvOf = (name: LongTable) => {
    const found = long.find(({ table }) => table === name);
    if (!found) throw new RangeError(`${name} is no long table`);
    return found.csv;
  };
  const [forms, targets, progress] = [csvOf('target_form'), csvOf('target'), csvOf('progress')];
  const made = makeYears(rulebook, kpiForms, options, (goals) => {
    forms.add(goals.form);
    for (const row of goals.targets) targets.add(row);
    for (const row of goals.progress) progress.add(row);
  });
  const rows = numberRows(made);
  const longDigests = long.map(({ csv, file }) => {
    const digest = csv.finish();
    file.close();
    return digest;
  });
  const shortDigests = shortTables.map((table) => digestTable(table, rows));
  rows.source_file.push(sourceFileRow([...shortDigests, ...longDigests]));
  const counts = {
    ...countRows(rows),
    ...Object.fromEntries(longDigests.map((one) => [one.table, one.rows])),
  };
  const hash = long.reduce((sum, { csv }) => addHashes(sum, csv.rowHash), hashRows(rows));
  const meta = sampleMeta(hash, counts);
  for (const table of writtenTables(countRows(rows))) {
    const file = openTable(folder, tablePath(table));
    digestTable(table, rows, file.write);
    file.close();
  }
  writeFileSync(path.join(folder, descriptorPath), describePackage(meta, aboutSample));
  return { meta, rows };
}

/** Writes a sample as a package of Parquet tables, as the portal exports it. */
export async function writeParquetSample(
  folder: string,
  library: Library,
  rulebook: Rulebook,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { files } = await exportFiles(library, { format: 'parquet', rulebook });
  for (const [file, bytes] of Object.entries(files)) writeFileSync(path.join(folder, file), bytes);
}
