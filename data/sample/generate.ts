import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Library } from '$lib/domain/library';
import { readForms } from '$lib/policy/forms/read-forms';
import { readInputTables } from '$lib/policy/inputs/read-inputs';
import { readRulebook } from '$lib/policy/read-rules';
import { buildSample } from './build-sample';
import { sampleProjects, sampleSeed } from './parameters';
import { summaryOf } from './summary';
import { sampleWorkbooks, writeWorkbooks } from './workbooks';
import { writeParquetSample, writeSample } from './write-sample';

const packageFolder = fileURLToPath(new URL('./package', import.meta.url));

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: String(sampleProjects) },
    seed: { type: 'string', default: sampleSeed },
    out: { type: 'string' },
    format: { type: 'string', default: 'csv' },
    workbooks: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
});
const projects = Number(values.projects);
if (!Number.isInteger(projects) || projects < 1) {
  throw new RangeError(`--projects: found ${values.projects}, expected a whole number from 1`);
}
if (values.format !== 'csv' && values.format !== 'parquet') {
  throw new RangeError(`--format: found ${values.format}, expected csv or parquet`);
}
if (values.format === 'parquet' && values.out === undefined) {
  throw new RangeError('--format parquet: found no --out, expected a folder; the embedded sample stays CSV');
}
const rulebook = readRulebook();
const forms = readForms();
const options = { seed: values.seed, projects };

function tell(folder: string, { meta }: Library): void {
  const { project, target, progress } = meta.counts;
  console.log(`${folder}: ${project} projects, ${target} targets, ${progress} reports, hash ${meta.hash}`);
}

if (values.workbooks !== undefined) {
  const library = buildSample(rulebook, forms, options);
  const rules = { rulebook, forms, tables: readInputTables() };
  const written = sampleWorkbooks(rules, library.rows, values.faults ? values.seed : undefined);
  await writeWorkbooks(values.workbooks, written);
  const { books, faults } = written;
  tell(values.workbooks, library);
  console.log(`${books.length} workbooks, ${faults.length} planted faults`);
}
// Workbooks alone leave the embedded package as it is.
const out = values.out ?? (values.workbooks === undefined ? packageFolder : null);
if (out !== null && values.format === 'parquet') {
  const library = buildSample(rulebook, forms, options);
  await writeParquetSample(out, library, rulebook);
  tell(out, library);
} else if (out !== null) {
  const library = writeSample(out, rulebook, forms, options);
  console.log(summaryOf(rulebook, library));
  tell(out, library);
}
