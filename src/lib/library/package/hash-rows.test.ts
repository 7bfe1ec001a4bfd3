import { expect, test } from 'vitest';
import { exampleProject, exampleRows, firstRows } from './example-library';
import { hashRows } from './hash-rows';

test('the same rows in another order have the same hash', () => {
  const rows = exampleRows();
  const turned = { ...rows, project: [...rows.project].reverse(), tranche: [...rows.tranche].reverse() };
  expect(hashRows(turned)).toBe(hashRows(rows));
});

test('the hash is 16 hexadecimal digits and does not change between versions of the portal', () => {
  expect(hashRows({ ...firstRows(), recovery: [] })).toBe('6b9e019bca88803c');
  expect(hashRows(exampleRows())).toBe('bf6498bac118f507');
});

test.each([
  ['one 分 more', { award_fen: 1_000_001 }],
  ['a missing value in place of zero', { tax_paid_fen: null }],
  ['another date', { awarded_on: '2023-11-21' }],
])('%s gives another hash', (_, change) => {
  const rows = exampleRows();
  const changed = { ...rows, project: [rows.project[0] ?? exampleProject, { ...exampleProject, ...change }] };
  expect(hashRows(changed)).not.toBe(hashRows(rows));
});

test('two equal rows more give another hash, although they are equal', () => {
  const rows = exampleRows();
  const doubled = {
    ...rows,
    tranche: [...rows.tranche, ...rows.tranche.slice(0, 1), ...rows.tranche.slice(0, 1)],
  };
  expect(hashRows(doubled)).not.toBe(hashRows(rows));
});
