import { expect, test } from 'vitest';
import { libraryTables } from '../../domain/tables';
import { readInputTables } from './read-inputs';

const tables = readInputTables();

test('payments, acceptances, appropriations and two layouts of progress are defined', () => {
  expect(tables.map(({ id }) => id)).toEqual([
    'disbursements',
    'acceptances',
    'appropriations',
    'progress',
    'progress-by-quarter',
  ]);
});

test.each(tables.map((table) => [table.id, table] as const))(
  '%s has no header that means two columns',
  (_, table) => {
    const headers = table.columns.flatMap(({ header, aliases }) => [header, ...aliases]);
    expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
  },
);

test('columns are those of a library table, or what only the sheet has', () => {
  const known = new Set(Object.values(libraryTables).flatMap((table) => Object.keys(table)));
  const ofSheet = ['line_number', 'unit', 'actual'];
  const fields = tables.flatMap(({ columns }) => columns.map(({ field }) => field));
  expect(fields.filter((field) => !known.has(field) && !ofSheet.includes(field))).toEqual([]);
});
