import { expect, test } from 'vitest';
import { libraryTables } from '../../domain/tables';
import { noticeTableIds, ownTableIds } from './input-table';
import { readInputTables } from './read-inputs';

const tables = readInputTables();

test('every table that is read has a definition, those of the 2019 notice last', () => {
  expect(tables.map(({ id }) => id)).toEqual([...ownTableIds, ...noticeTableIds]);
});

test.each(['checklists', 'centre-facts', 'platform-facts'])('%s names no two facts alike', (id) => {
  const words = tables.find((table) => table.id === id)?.facts.flatMap((fact) => fact.words) ?? [];
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
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
  const ofSheet = ['line_number', 'unit', 'actual', 'first_fen', 'first_on', 'final_fen', 'final_on'];
  ofSheet.push('centre_name', 'platform_name', 'industry_kind', 'contact', 'mobile');
  const fields = tables.flatMap(({ columns }) => columns.map(({ field }) => field));
  expect(fields.filter((field) => !known.has(field) && !ofSheet.includes(field))).toEqual([]);
});
