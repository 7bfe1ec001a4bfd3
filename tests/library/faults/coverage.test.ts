import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '$lib/domain/finding';
import { findingMessageKey, findingParams } from '$lib/domain/finding-params';
import { findingSeverity } from '$lib/library/check/finding-codes';
import { crossCheckCodes } from '$lib/library/cross-check/cross-check';
import { findingsOf } from '$lib/library/cross-check/check-small';
import { aProject, anotherProject } from '$lib/library/cross-check/small-library';
import { packageFaultCodes } from '$lib/library/package/package-error';
import { faults } from './catalogue';
import { correctedByHand } from './corrected-by-hand';
import { libraryFaults } from './library-faults';
import { loadSteps } from './load-steps';
import { packageFaults } from './package-faults';
import { readFault } from './read-fault';

/** Codes that no table of a sender can show, and why; they are shown in other ways below. */
const notFromTables: ReadonlyMap<string, string> = new Map([
  ['recipient_code_differs', 'no official table prints 统一社会信用代码: only packages hold it'],
  ['row_corrected', 'a note of what the user typed'],
  ['row_dropped', 'a note of what the user left out'],
]);

const messages = (['zh', 'en'] as const).map((language) => {
  const folder = `src/lib/i18n/messages/${language}`;
  const texts = readdirSync(folder).flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>),
  );
  return [language, new Map(texts)] as const;
});

function sentence(finding: Finding, language: 'zh' | 'en', texts: ReadonlyMap<string, string>): string {
  const params = new Map(Object.entries(findingParams(finding, language)));
  const text = texts.get(findingMessageKey(finding)) ?? `{${finding.code}}`;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params.get(name) ?? whole);
}

async function everything(): Promise<Finding[]> {
  const read: Finding[] = [];
  for (const fault of faults) read.push(...(await readFault(fault, fault.formats?.[0] ?? 'csv')).findings);
  for (const { steps } of libraryFaults) read.push(...(await loadSteps(steps, 'csv')).findings);
  for (const { open } of packageFaults) read.push(...(await open()));
  const codes = [aProject({ recipient_code: 'A' }), anotherProject({ recipient_code: 'B' })];
  return read.concat(findingsOf({ project: codes }));
}

const byHand = await correctedByHand();
const found = [...(await everything()), ...byHand.corrected, ...byHand.dropped];

describe('the catalogue', () => {
  test('has at least 60 kinds of faults, each told once', () => {
    const kinds = [...faults, ...libraryFaults, ...packageFaults].map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(60);
  });

  test('shows every code that a file, an import or the whole library can have', () => {
    const shown = new Set([
      ...faults.map(({ finding }) => finding.code),
      ...libraryFaults.map(({ finding }) => finding.code),
    ]);
    const missing = Object.keys(findingSeverity).filter((code) => !new Set<string>(shown).has(code));
    expect(missing.toSorted()).toEqual([...notFromTables.keys()]);
    for (const code of missing) expect(found.map((finding) => finding.code)).toContain(code);
    for (const code of crossCheckCodes) expect(found.map((finding) => finding.code)).toContain(code);
  });

  test('shows every code that a package can have', () => {
    const shown = new Set<string>(packageFaults.map(({ finding }) => finding.code));
    expect(packageFaultCodes.filter((code) => !shown.has(code))).toEqual([]);
  });
});

test('what was done by hand is noted at the cell and at the row', () => {
  expect(byHand.corrected).toMatchObject([
    { code: 'row_corrected', cell: 'J6', found: '约三千', fix: '3000' },
  ]);
  expect(byHand.dropped).toMatchObject([{ code: 'row_dropped', cell: '6:6', found: '演示项目甲' }]);
});

test.each(messages)('every finding of the catalogue is a whole sentence (%s)', (language, texts) => {
  const broken = found
    .map((finding) => sentence(finding, language, texts))
    .filter((text) => /[{}]|undefined|null|NaN/.test(text) || !/[。.]$/.test(text));
  expect(broken).toEqual([]);
});

test.each(messages)('no sentence of a severe finding leaves out what was found (%s)', (language, texts) => {
  const dashes = found
    .filter(({ severity, code }) => severity !== 'note' && crossCheckCodes.has(code))
    .map((finding) => sentence(finding, language, texts))
    .filter((text) => text.includes('\u2014'));
  expect(dashes).toEqual([]);
});
