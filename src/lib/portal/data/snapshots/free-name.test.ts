import { expect, test } from 'vitest';
import { freeName } from './free-name';

test.each([
  ['三季度', [], '三季度'],
  ['三季度', ['二季度'], '三季度'],
  ['三季度', ['三季度'], '三季度 (2)'],
  ['三季度', ['三季度 (2)', '三季度'], '三季度 (3)'],
])('“%s” beside %j is named “%s”', (name, taken, free) => {
  expect(freeName(name, taken)).toBe(free);
});
