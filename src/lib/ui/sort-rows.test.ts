import { describe, expect, test } from 'vitest';
import { sortRows, sortWithinAreas, type RowKind } from './sort-rows';
import type { Column } from './table-columns';

interface Row {
  name: string;
  amount: number | null;
  kind?: RowKind;
}
const columns: Column<Row>[] = [
  { key: 'name', label: 'name', sortBy: (row) => row.name },
  { key: 'amount', label: 'amount', sortBy: (row) => row.amount },
  { key: 'plain', label: 'plain' },
];
const rows: Row[] = [
  { name: '徐州', amount: 3 },
  { name: '常州', amount: null },
  { name: '南京', amount: 0 },
  { name: '苏州', amount: 3 },
];
const names = (list: readonly Row[]) => list.map((row) => row.name);

describe('sorting rows', () => {
  test('Chinese names follow their sound', () => {
    const sorted = sortRows(rows, columns, { key: 'name', direction: 'ascending' });
    expect(names(sorted)).toEqual(['常州', '南京', '苏州', '徐州']);
  });
  test('figures in names follow their value', () => {
    const plants = ['演示企业10厂', '演示企业9厂'].map((name) => ({ name, amount: 1 }));
    expect(names(sortRows(plants, columns, { key: 'name', direction: 'ascending' }))[0]).toBe('演示企业9厂');
  });
  test('a missing value comes last whichever way, and zero is not missing', () => {
    const up = names(sortRows(rows, columns, { key: 'amount', direction: 'ascending' }));
    const down = names(sortRows(rows, columns, { key: 'amount', direction: 'descending' }));
    expect(up).toEqual(['南京', '徐州', '苏州', '常州']);
    expect(down).toEqual(['徐州', '苏州', '南京', '常州']);
  });
  test('without a state, or with a column that cannot be sorted, the order stays', () => {
    expect(names(sortRows(rows, columns, null))).toEqual(names(rows));
    expect(names(sortRows(rows, columns, { key: 'plain', direction: 'ascending' }))).toEqual(names(rows));
  });
  test('the rows given are left as they were', () => {
    sortRows(rows, columns, { key: 'name', direction: 'ascending' });
    expect(rows[0]?.name).toBe('徐州');
  });
});

test('rows are sorted below their head row; head rows and the sum keep their places', () => {
  const table: Row[] = [
    { name: 'one', amount: 9, kind: 'area' },
    { name: 'a', amount: 1, kind: 'in' },
    { name: 'b', amount: 2, kind: 'in' },
    { name: 'two', amount: 1, kind: 'area' },
    { name: 'c', amount: 5, kind: 'in' },
    { name: 'total', amount: 8, kind: 'sum' },
  ];
  const sorted = sortWithinAreas(
    table,
    columns,
    { key: 'amount', direction: 'descending' },
    (row) => row.kind ?? 'row',
  );
  expect(names(sorted)).toEqual(['one', 'b', 'a', 'two', 'c', 'total']);
});
