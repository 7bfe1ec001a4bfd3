import { expect, test } from 'vitest';
import { findingSeverity } from '../check/finding-codes';
import { findingsOf } from './check-small';
import { crossCheckCodes, withCrossChecks } from './cross-check';
import { aPayment, anotherProject, aProject } from './small-library';

const faulty = {
  project: [aProject(), anotherProject({})],
  disbursement: [aPayment({ paid_fen: 600_000_000 })],
};

test('checking again gives the same findings, and they take the place of the earlier ones', () => {
  const first = findingsOf(faulty);
  expect(first.map(({ code }) => code)).toEqual(['recipient_twice', 'payments_over_award']);
  const read = first.map((finding) => ({ ...finding, code: 'text_trimmed' }));
  const once = withCrossChecks([...read, ...first], findingsOf(faulty));
  expect(withCrossChecks(once, findingsOf(faulty))).toEqual(once);
  expect(once).toHaveLength(4);
});

test('what was mended is no longer named', () => {
  const before = findingsOf(faulty);
  expect(withCrossChecks(before, findingsOf({}))).toEqual([]);
});

test('no check over the library keeps a row waiting', () => {
  const severities = new Map<string, string>(Object.entries(findingSeverity));
  expect([...crossCheckCodes].filter((code) => severities.get(code) === 'error')).toEqual([]);
  expect([...crossCheckCodes].filter((code) => !severities.has(code))).toEqual([]);
});

test('rows of a file that is not listed are named by its number', () => {
  const project = [aProject(), anotherProject({ source_file_id: 'f2', source_row: null })];
  expect(findingsOf({ project })).toMatchObject([{ file: 'f2', cell: null, row: null }]);
});
