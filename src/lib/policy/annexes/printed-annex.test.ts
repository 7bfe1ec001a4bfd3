import { expect, test } from 'vitest';
import { checkCount, checkNumbers, PrintedAnnex } from './printed-annex';

const name = { zh: '名称', en: 'Name' };
const annex = new PrintedAnnex({ document: 'guide', section: '附件5' }, [
  { id: 'year', name: { zh: '年', en: 'years' } },
  { id: 'CNY_10K', name: { zh: '万元', en: '10,000 yuan' }, money: 'wanYuan' },
]);

test('a row stands in the section of its annex by its own name, unless it says more', () => {
  expect(annex.row({ name }).source).toEqual({ document: 'guide', section: '附件5', words: '名称' });
  expect(annex.row({ name, words: '印作', section: '附件5 二' }).source).toEqual({
    document: 'guide',
    section: '附件5 二',
    words: '印作',
  });
});

test('money has its worth in 分 beside the printed number, other units have none', () => {
  const money = annex.quantity({ value: 300, unit: 'CNY_10K', bound: 'at_least', words: '300万元（含）' });
  expect([money.value, money.fen, money.unit.name.zh]).toEqual([300, 300_000_000, '万元']);
  const years = annex.quantity({ value: 30, unit: 'year', bound: 'at_most', words: '30年内' });
  expect([years.fen, years.to]).toEqual([null, null]);
});

test('an unknown unit is named', () => {
  expect(() => annex.quantity({ value: 1, unit: 'mile', bound: 'exactly', words: '一里' })).toThrow('mile');
});

test('numbers run from 1 without a gap and the printed count is reached', () => {
  expect(() => checkNumbers([1, 2, 3], 'rows')).not.toThrow();
  expect(() => checkNumbers([1, 3], 'rows')).toThrow('expected number 2, found 3');
  expect(() => checkNumbers([2], 'rows')).toThrow('expected number 1, found 2');
  expect(() => checkCount(94, 94, 'rows')).not.toThrow();
  expect(() => checkCount(93, 94, 'rows')).toThrow('expected 94 rows, found 93');
  expect(() => checkCount(95, 94, 'rows')).toThrow('expected 94 rows, found 95');
});
