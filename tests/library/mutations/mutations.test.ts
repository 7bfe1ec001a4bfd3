import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileImport } from '$lib/library/import-files';
import { run } from '../small-table';
import { moneyFields, moneyNames, rowKey, shortTables, type TrueRow } from './known-numbers';
import type { Mutation } from './cell-mutations';
import { mutations } from './mutations';
import { untouched, type MutatedSheet } from './mutated-sheet';
import { asText, asWorkbook, sheetName } from './write-mutated';

const seed = 20_221_130;
const workbooks = 500;

type Form = 'xlsx' | 'csv' | 'tsv';

const bytesOf = (sheet: MutatedSheet, form: Form): Uint8Array => {
  if (form === 'xlsx') return asWorkbook(sheet);
  return asText(sheet, form === 'csv' ? ',' : '\t');
};

/** What is said of the sheet: a finding, a refusal of its file, or the question what its columns are. */
const isNamed = ({ findings, refusals, layouts }: FileImport, file: string, sheet: string | null): boolean =>
  findings.some((finding) => finding.file === file && finding.sheet === sheet) ||
  refusals.some((refusal) => refusal.file === file) ||
  layouts.some((layout) => layout.file === file && layout.sheet === sheet);

function checkLoaded(result: FileImport, truths: ReadonlyMap<string, TrueRow>, named: boolean): void {
  const seen = new Set<string>();
  for (const project of result.rows.project) {
    const key = rowKey(project.recipient_name, project.name);
    const truth = truths.get(key);
    if (!truth) throw new Error(`a row that was never there: ${key}`);
    expect(seen.has(key), `${key} is loaded twice`).toBe(false);
    seen.add(key);
    for (const field of moneyNames) {
      const loaded = project[moneyFields[field]];
      if (loaded === null) expect(truth.fen[field] === null || named, `${key}: ${field} is lost`).toBe(true);
      else expect(loaded, `${key}: ${field}`).toBe(truth.fen[field]);
    }
    for (const edge of ['start', 'end'] as const) {
      const loaded = project[`${edge}_date`];
      if (loaded !== null) expect(loaded, `${key}: ${edge}`).toBe(truth[edge]);
    }
  }
  const lost = [...truths.keys()].filter((key) => !seen.has(key));
  if (lost.length > 0) expect(named, `${lost.join('、')} vanished without a word`).toBe(true);
}

const seenOutcomes = { loaded: 0, waiting: 0, asked: 0, refused: 0 };

async function check(table: number, mutation: Mutation, form: Form): Promise<void> {
  const source = shortTables[table % shortTables.length];
  if (!source) throw new Error('there are tables');
  const sheet = mutation(untouched(source));
  const truths = new Map(
    sheet.rows.flatMap(({ truth }) => (truth ? [[rowKey(truth.recipient, truth.name), truth] as const] : [])),
  );
  const file = `${source.annex}.${form}`;
  const result = await run([{ name: file, bytes: bytesOf(sheet, form) }]);
  checkLoaded(result, truths, isNamed(result, file, form === 'xlsx' ? sheetName : null));
  seenOutcomes.loaded += Number(result.rows.project.length > 0);
  seenOutcomes.waiting += Number(result.quarantine.length > 0);
  seenOutcomes.asked += Number(result.layouts.length > 0);
  seenOutcomes.refused += Number(result.refusals.length > 0);
}

test('five hundred mutated workbooks: nothing is thrown, no wrong number is loaded, no row is lost in silence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(shortTables.length - 1),
      mutations,
      fc.constantFrom<Form>('xlsx', 'xlsx', 'csv', 'tsv'),
      check,
    ),
    { seed, numRuns: workbooks },
  );
  // The mutations reach every way an import can end, and most still load.
  expect(seenOutcomes.loaded).toBeGreaterThan(workbooks / 2);
  expect(seenOutcomes.waiting).toBeGreaterThan(workbooks / 10);
  expect(seenOutcomes.asked).toBeGreaterThan(workbooks / 20);
  expect(seenOutcomes.refused).toBeGreaterThan(0);
}, 120_000);

test('an untouched table loads whole, in every form', async () => {
  for (const form of ['xlsx', 'csv', 'tsv'] as const) {
    for (const [index, source] of shortTables.entries()) {
      const before = seenOutcomes.loaded;
      await check(index, (sheet) => sheet, form);
      expect(seenOutcomes.loaded).toBe(before + 1);
      const result = await run([{ name: `一.${form}`, bytes: bytesOf(untouched(source), form) }]);
      expect(result.rows.project).toHaveLength(source.lines.length);
      expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  }
});
