import { describe, expect, test } from 'vitest';
import { readColumns, readSort, turnedSort, writeColumns, writeSort } from './list-address';
import { listColumn, listColumns } from './list-columns';

const keysOf = (text: string | null) => readColumns(text).map(({ key }) => key);
const usual = listColumns.filter(({ shown }) => shown).map(({ key }) => key);

describe('columns in the address', () => {
  test('nothing, and nothing known, mean the usual ones', () => {
    expect(keysOf(null)).toEqual(usual);
    expect(keysOf('')).toEqual(usual);
    expect(keysOf('constructor.nonsense')).toEqual(usual);
  });

  test('stand in the list’s own order, the name always among them', () => {
    expect(keysOf('paid.id.nonsense.id')).toEqual(['name', 'id', 'paid']);
  });

  test('the usual ones leave no trace', () => {
    expect(writeColumns(new Set(usual))).toBeNull();
    expect(writeColumns(new Set())).toBe('name');
    expect(keysOf(writeColumns(new Set()))).toEqual(['name']);
  });

  test('every choice comes back as it was written', () => {
    for (const { key } of listColumns) {
      const chosen = new Set(['name', key]);
      expect(new Set(keysOf(writeColumns(chosen)))).toEqual(chosen);
    }
  });
});

describe('the order in the address', () => {
  test('comes back as it was written', () => {
    for (const { key } of listColumns)
      for (const direction of ['ascending', 'descending'] as const)
        expect(readSort(writeSort({ key, direction }))).toEqual({ key, direction });
  });

  test.each([null, '', '-', 'nonsense', '--award', 'award;drop', 'constructor'])('“%s” is none', (text) => {
    expect(readSort(text)).toBeNull();
  });

  test('a press begins money with the largest and words with the first, then turns', () => {
    const [award, name] = [listColumn('award'), listColumn('name')];
    if (!award || !name) throw new Error('no such column');
    const first = turnedSort(null, award);
    expect(first.direction).toBe('descending');
    expect(turnedSort(first, award).direction).toBe('ascending');
    expect(turnedSort(first, name)).toEqual({ key: 'name', direction: 'ascending' });
  });
});
