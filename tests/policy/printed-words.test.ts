import { expect, test } from 'vitest';
import { rulesFolder } from '$lib/policy/read-yaml';
import { carries, guideFiles, printedNumbers } from './printed-words';

const files = guideFiles(rulesFolder);
const numbers = files.flatMap(({ file, content }) => printedNumbers(content, file));

test('each printed number stands in its quoted words', () => {
  expect(numbers.filter(({ words, shown }) => !carries(words, shown))).toEqual([]);
});

test('the check reaches quotas, parts, rates, caps, shares and set amounts', () => {
  const at = (ending: string) => numbers.filter(({ place }) => place.includes(ending)).length;
  expect(at('/quota')).toBe(22);
  expect(at('2023/') - at('/quota')).toBeGreaterThan(60);
  expect(numbers.some(({ shown }) => shown === '50%')).toBe(true);
  expect(numbers.some(({ shown, place }) => shown === '100万' && place.includes('tranches'))).toBe(true);
});

test('a number is not carried by the tail of a longer one', () => {
  expect(carries('最高不超过2400万元', '400万')).toBe(false);
  expect(carries('最高不超过 400 万元', '400万')).toBe(true);
  expect(carries('不超过12个', '2个')).toBe(false);
});

test('quoted words are few', () => {
  expect(numbers.filter(({ words }) => words.length > 40)).toEqual([]);
});
