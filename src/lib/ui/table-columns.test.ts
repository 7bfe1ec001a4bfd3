import { describe, expect, test } from 'vitest';
import { columnClass, headGroups, nextSort, startsGroup, type Column } from './table-columns';

interface Row {
  name: string;
  n: number;
}
const columns: Column<Row>[] = [
  { key: 'name', label: '名称', align: 'start', sortBy: (row) => row.name },
  { key: 'nj', label: '南京', group: '苏南', sortBy: (row) => row.n },
  { key: 'wx', label: '无锡', group: '苏南', rank: 3 },
  { key: 'xz', label: '徐州', group: '苏北', rank: 1 },
  { key: 'sum', label: '合计', ruled: true, bar: true, hidden: 'print' },
];
const rows: Row[] = [{ name: '常州', n: 1 }];

describe('heads of columns', () => {
  test('neighbours of one group share a head', () => {
    expect(headGroups(columns)).toEqual([
      { name: '', span: 1 },
      { name: '苏南', span: 2 },
      { name: '苏北', span: 1 },
      { name: '', span: 1 },
    ]);
  });
  test('without groups there is no second line of heads', () => {
    expect(headGroups([{ key: 'a', label: 'a' }])).toEqual([]);
  });
  test('a line parts groups, and what asks for one', () => {
    expect(columns.map((_, index) => startsGroup(columns, index))).toEqual([false, true, false, true, true]);
  });
  test('classes tell side, rank on a phone, line and where the column is left out', () => {
    expect(columns.map((_, index) => columnClass(columns, index))).toEqual([
      'l',
      'r2 gb',
      'r3',
      'r1 gb',
      'l barcell r2 gb hide-p',
    ]);
  });
});

describe('pressing a head', () => {
  const [name, figure] = columns as [Column<Row>, Column<Row>];
  test('words begin with the first, figures with the largest', () => {
    expect(nextSort(null, name, rows).direction).toBe('ascending');
    expect(nextSort(null, figure, rows).direction).toBe('descending');
  });
  test('a second press turns the order', () => {
    expect(nextSort({ key: 'nj', direction: 'descending' }, figure, rows).direction).toBe('ascending');
  });
  test('another head starts anew', () => {
    expect(nextSort({ key: 'name', direction: 'descending' }, figure, rows)).toEqual({
      key: 'nj',
      direction: 'descending',
    });
  });
});
