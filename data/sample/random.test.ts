import { expect, test } from 'vitest';
import { Random } from './random';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

test('the same seed gives the same numbers, another seed gives others', () => {
  expect(draw(new Random('a'), 5)).toEqual(draw(new Random('a'), 5));
  expect(draw(new Random('a'), 5)).not.toEqual(draw(new Random('b'), 5));
});

test('a fork does not depend on what was drawn before it', () => {
  const used = new Random('a');
  draw(used, 100);
  expect(draw(used.fork('x'), 3)).toEqual(draw(new Random('a').fork('x'), 3));
});

test('numbers lie in [0, 1) and are spread evenly', () => {
  const numbers = draw(new Random('spread'), 20_000);
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => numbers.filter((n) => Math.floor(n * 10) === tenth).length,
  );
  expect(Math.min(...tenths)).toBeGreaterThan(1800);
  expect(Math.max(...tenths)).toBeLessThan(2200);
});

test('whole numbers reach both ends, weights of zero are never drawn', () => {
  const random = new Random('ends');
  const drawn = new Set(Array.from({ length: 200 }, () => random.whole(1, 3)));
  expect([...drawn].sort()).toEqual([1, 2, 3]);
  const weighted = Array.from({ length: 200 }, () =>
    random.weighted(['a', 'b'], (item) => (item === 'a' ? 1 : 0)),
  );
  expect(new Set(weighted)).toEqual(new Set(['a']));
});
