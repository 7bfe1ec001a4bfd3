import { expect, test } from 'vitest';
import { rulesFolder } from '$lib/policy/read-yaml';
import { carriesBound, printedBounds } from './condition-words';
import { guideFiles, ruleFiles } from './printed-words';

const files = [
  ...guideFiles(rulesFolder),
  ...ruleFiles(rulesFolder, 'centres'),
  ...ruleFiles(rulesFolder, 'platforms'),
];
const bounds = files.flatMap(({ file, content }) => printedBounds(content, file));

test('each threshold and each day of a condition stands in its quoted words', () => {
  expect(bounds.filter((bound) => !carriesBound(bound))).toEqual([]);
});

test('the check reaches thresholds and days of both guides', () => {
  const of = (year: number) => bounds.filter(({ place }) => place.startsWith(`${year}/`)).length;
  expect(of(2023)).toBeGreaterThan(80);
  expect(of(2020)).toBeGreaterThan(20);
});

test('a number is not carried by a longer one, nor a day by another day', () => {
  const on = (words: string, ...forms: string[]) => carriesBound({ place: '', forms, words });
  expect(on('不低于2000万元', '000万', '200万')).toBe(false);
  expect(on('不少于12个', '2', '1')).toBe(false);
  expect(on('不低于 2000 万元', '2000万')).toBe(true);
  expect(on('2022年6月30日（含）', '6月3日')).toBe(false);
});
