import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, isoDate } from '$lib/domain/calendar';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { shareOf } from '../share-of';
import { shareOfSql } from './ceiling-sql';
import { dateLiteral, doubleLiteral, monthsLater, quoteName, quoteText, wholeLiteral } from './sql-text';

let engine: Engine;

beforeAll(async () => {
  engine = await startNodeEngine();
});

afterAll(() => engine.close());

/** Several expressions asked for in one statement, in their order. */
async function valuesOf(expressions: readonly string[]) {
  const named = expressions.map((expression, index) => `${expression} AS v${index}`);
  const [row] = await engine.query({ sql: `SELECT ${named.join(', ')}`, params: [] });
  return expressions.map((_, index) => row?.[`v${index}`]);
}

test('text with quotation marks stays text, whatever it says', async () => {
  const texts = ["it's", "'; DROP TABLE project; --", '"', '企业', ''];
  expect(await valuesOf(texts.map(quoteText))).toEqual(texts);
  const [row] = await engine.query({ sql: `SELECT 1 AS ${quoteName('a "b" c')}`, params: [] });
  expect(row).toEqual({ 'a "b" c': 1 });
});

test('a number with decimals has the same bits in SQL', async () => {
  const numbers = fc.sample(fc.double({ min: -1e9, max: 1e9, noNaN: true }), 200);
  expect(await valuesOf(numbers.map(doubleLiteral))).toEqual(numbers.map((value) => value + 0));
});

test('what is no number, or no whole one, is refused', () => {
  expect(() => wholeLiteral(1.5)).toThrow(RangeError);
  expect(() => wholeLiteral(2 ** 53)).toThrow(RangeError);
  expect(() => doubleLiteral(Number.NaN)).toThrow(RangeError);
});

test('a share of any amount is cut down to the same 分 as in TypeScript', async () => {
  const amounts = fc.nat({ max: Number.MAX_SAFE_INTEGER });
  const percents = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
  const pairs = fc.sample(fc.tuple(amounts, percents), 400);
  const shares = pairs.map(([amount, percent]) => shareOfSql(`CAST(${amount} AS BIGINT)`, percent));
  expect(await valuesOf(shares)).toEqual(pairs.map(([amount, percent]) => shareOf(amount, percent)));
});

test('months later ends on the last day where the month is shorter, as in TypeScript', async () => {
  const day = fc.tuple(
    fc.integer({ min: 2016, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  );
  const days = fc
    .sample(fc.tuple(day, fc.integer({ min: 0, max: 60 })), 400)
    .flatMap(([[year, month, date], months]) => {
      const found = isoDate(year, month, date);
      return found ? [{ from: found, months }] : [];
    });
  expect(await valuesOf(days.map(({ from, months }) => monthsLater(dateLiteral(from), months)))).toEqual(
    days.map(({ from, months }) => addMonths(from, months)),
  );
});
