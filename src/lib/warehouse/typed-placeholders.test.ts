import { expect, test } from 'vitest';
import { typedPlaceholders } from './typed-placeholders';

test('whole numbers say that they are BIGINT, everything else stays', () => {
  expect(typedPlaceholders('a > ? AND b > ? AND c = ? AND d = ? AND e IS ?', [1, 0.5, '1', true, null])).toBe(
    'a > CAST(? AS BIGINT) AND b > ? AND c = ? AND d = ? AND e IS ?',
  );
});

test('zero, negative numbers and the largest safe integer are whole', () => {
  expect(typedPlaceholders('? ? ?', [0, -1, Number.MAX_SAFE_INTEGER])).toBe(
    'CAST(? AS BIGINT) CAST(? AS BIGINT) CAST(? AS BIGINT)',
  );
});

test.each([
  "a = 'why?' AND b = ?",
  "a = 'it''s ?' AND b = ?",
  'a."odd ? name" = ?',
  'a -- what?\n = ?',
  'a /* ? \n ? */ = ?',
  'a = $$ ? $$ AND b = ?',
  'a = $tag$ ? $$ $tag$ AND b = ?',
])('a question mark that is no placeholder is passed over: %s', (sql) => {
  expect(typedPlaceholders(sql, [1])).toBe(`${sql.slice(0, -1)}CAST(? AS BIGINT)`);
});
