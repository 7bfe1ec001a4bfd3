import { describe, expect, test } from 'vitest';
import type { Finding } from '$lib/domain/finding';
import type { QuarantinedRow } from '$lib/library/import-result';
import { findingsBeside, groupsOf, moveBy, nextFaulty } from './waiting-groups';

const fault = (row: number, cell: string | null): Finding => ({
  code: 'amount_missing',
  severity: 'error',
  file: '演示.csv',
  sheet: null,
  cell,
  row,
  column: null,
  found: null,
  expected: null,
  fix: null,
});

const summary: NonNullable<QuarantinedRow['reading']> = {
  kind: 'summary',
  guideYear: 2023,
  areaId: null,
  tableId: null,
  cityAdcode: null,
  countyAdcode: null,
  compiledOn: null,
  units: {},
};

/** A row with cells A to C and errors in some of them. */
const rowWith = (row: number, faulty: string[], readable = true): QuarantinedRow => ({
  fileId: 'f-1',
  file: '演示.csv',
  sheet: null,
  row,
  cells: ['A', 'B', 'C'].map((letter) => ({
    column: letter.toLowerCase(),
    header: letter,
    cell: `${letter}${row}`,
    value: '',
  })),
  findings: faulty.map((letter) => fault(row, letter === '' ? null : `${letter}${row}`)),
  ...(readable ? { reading: summary } : {}),
});

const [group] = groupsOf([rowWith(1, ['B']), rowWith(2, []), rowWith(3, ['A', 'C'])]);
if (!group) throw new Error('no group');

describe('the way through the grid', () => {
  test('leads from fault to fault and back, and ends behind the last one', () => {
    const steps = [{ row: 0, column: -1 }];
    for (let at = steps.at(-1); at; at = steps.at(-1)) {
      const next = nextFaulty(group, at, 1);
      if (!next) break;
      steps.push(next);
    }
    expect(steps.slice(1).map(({ row, column }) => `${row}${column}`)).toEqual(['01', '20', '22']);
    expect(nextFaulty(group, { row: 2, column: 0 }, -1)).toEqual({ row: 0, column: 1 });
    expect(nextFaulty(group, { row: 0, column: 1 }, -1)).toBeNull();
  });

  test('stops at the edges and jumps to them', () => {
    const at = { row: 0, column: 2 };
    expect(moveBy('ArrowUp', false, at, group)).toEqual(at);
    expect(moveBy('ArrowRight', false, at, group)).toEqual(at);
    expect(moveBy('Home', false, at, group)).toEqual({ row: 0, column: 0 });
    expect(moveBy('End', true, at, group)).toEqual({ row: 2, column: 2 });
    expect(moveBy('PageDown', false, at, group)).toEqual({ row: 2, column: 2 });
    expect(moveBy('a', false, at, group)).toBeNull();
  });
});

test('rows that cannot be corrected here stand in a group of their own, last', () => {
  const groups = groupsOf([rowWith(1, [''], false), rowWith(2, ['A'])]);
  expect(groups.map(({ key }) => key)).toEqual(['summary', 'fixed']);
  expect(findingsBeside(rowWith(1, ['', 'B']))).toHaveLength(1);
});
