import { expect, test } from 'vitest';
import { findTemplates } from './find-templates';

const template = (number: string | null, zh: string) => ({ number, name: { zh, en: `English of ${zh}` } });
const all = [
  template('1-1', '高端化改造升级'),
  template('1-18', '绿色化改造升级'),
  template(null, '拨付台账'),
];
const found = (words: string) => findTemplates(all, words).map(({ name }) => name.zh);

test('a form is found by its number, its name, or both', () => {
  expect(found('1-18')).toEqual(['绿色化改造升级']);
  expect(found('附件1-18')).toEqual(['绿色化改造升级']);
  expect(found('改造')).toEqual(['高端化改造升级', '绿色化改造升级']);
  expect(found('1-1 绿色')).toEqual(['绿色化改造升级']);
});

test('width and case of letters do not matter, and no word finds all', () => {
  expect(found('１－１８')).toEqual(['绿色化改造升级']);
  expect(found('ENGLISH 台账')).toEqual(['拨付台账']);
  expect(found(' ')).toHaveLength(3);
  expect(found('没有')).toEqual([]);
});
