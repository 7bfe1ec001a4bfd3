import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Library } from '$lib/domain/library';
import { describePackage, descriptorPath, tablePath } from '$lib/library/package/describe-package';
import { writtenTables } from '$lib/library/package/table-columns';
import { csvPieces } from '$lib/library/package/write-package';
import { readForms } from '$lib/policy/forms/read-forms';
import { readInputTables } from '$lib/policy/inputs/read-inputs';
import { readRulebook } from '$lib/policy/read-rules';
import { aboutSample } from './about-sample';
import { buildSample } from './build-sample';
import { sampleProjects, sampleSeed } from './parameters';
import { summaryOf } from './summary';
import { sampleWorkbooks, writeWorkbooks } from './workbooks';

const packageFolder = fileURLToPath(new URL('./package', import.meta.url));

/** Writes the pieces one by one: a table of a million rows is too long for one string. */
function writePieces(file: string, pieces: Iterable<string>): number {
  const handle = openSync(file, 'w');
  let size = 0;
  for (const piece of pieces) size += writeSync(handle, piece);
  closeSync(handle);
  return size;
}

function writeFolder(folder: string, library: Library): number {
  mkdirSync(folder, { recursive: true });
  let size = writePieces(path.join(folder, descriptorPath), [describePackage(library.meta, aboutSample)]);
  for (const table of writtenTables(library.meta.counts)) {
    size += writePieces(path.join(folder, tablePath(table)), csvPieces(table, library.rows));
  }
  return size;
}

const { values } = parseArgs({
  options: {
    projects: { type: 'string', default: String(sampleProjects) },
    seed: { type: 'string', default: sampleSeed },
    out: { type: 'string' },
    workbooks: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
});
const projects = Number(values.projects);
if (!Number.isInteger(projects) || projects < 1) {
  throw new RangeError(`--projects: found ${values.projects}, expected a whole number from 1`);
}
const rulebook = readRulebook();
const forms = readForms();
const library = buildSample(rulebook, forms, { seed: values.seed, projects });
console.log(summaryOf(rulebook, library));
const { project } = library.meta.counts;
if (values.workbooks !== undefined) {
  const rules = { rulebook, forms, tables: readInputTables() };
  const written = sampleWorkbooks(rules, library.rows, values.faults ? values.seed : undefined);
  await writeWorkbooks(values.workbooks, written);
  const { books, faults } = written;
  console.log(`${values.workbooks}: ${project} projects, ${books.length} workbooks, ${faults.length} faults`);
}
// Workbooks alone leave the embedded package as it is.
const out = values.out ?? (values.workbooks === undefined ? packageFolder : null);
if (out !== null) {
  const size = writeFolder(out, library);
  console.log(`${out}: ${project} projects, ${size} bytes, hash ${library.meta.hash}`);
}
