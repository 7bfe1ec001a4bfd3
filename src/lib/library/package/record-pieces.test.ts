import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { cellToText } from './cell-text';
import { recordPieces } from './record-pieces';

test('a piece ends after the first whole record beyond its length', () => {
  expect([...recordPieces('a,b\r\nc,d\r\ne,f\r\n', 2)]).toEqual(['a,b\r\n', 'c,d\r\n', 'e,f\r\n']);
  expect([...recordPieces('a,b\r\nc,d\r\n', 5)]).toEqual(['a,b\r\nc,d\r\n']);
});

test('a line end inside quotes is part of the cell', () => {
  expect([...recordPieces('a,"x\ny ""z""\n"\nb,c\n', 1)]).toEqual(['a,"x\ny ""z""\n"\n', 'b,c\n']);
});

test('a quote that never closes leaves one piece to the end', () => {
  expect([...recordPieces('a,"b\nc,d\ne,f\n', 1)]).toEqual(['a,"b\nc,d\ne,f\n']);
});

test('whatever the cells and the length, the pieces together read as the whole does', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '演') });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.integer({ min: 1, max: 20 }),
      (rows, length) => {
        const text = rows.map((row) => row.map((one) => cellToText('text', one)).join(',') + '\r\n').join('');
        const parse = (piece: string) =>
          Papa.parse<string[]>(piece.replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data;
        const pieces = [...recordPieces(text, length)];
        expect(pieces.join('')).toBe(text);
        expect(pieces.flatMap(parse)).toEqual(parse(text));
      },
    ),
  );
});
