import { describe, expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import { confidenceOf, contestedFields, matchHeaders, mediumFrom, similarFrom } from './match-headers';
import type { ColumnMatch } from './match-headers';
import { foreignTableUnit, foreignUnitIn } from './foreign-unit';
import { guessByValues } from './guess-by-values';
import { similarity } from './similar-words';

const columns = rulebook.summaryTables[0]?.columns ?? [];
const cell = (header: string, index: number) => ({ header, index, headerRow: 0, unit: null });
const matched = (headers: readonly string[], guess: (index: number) => readonly ColumnMatch[] = () => []) =>
  matchHeaders(headers.map(cell), columns, guess).map(({ match }) => match && [match.field, match.basis]);

describe('a header is matched with a basis', () => {
  test.each([
    ['单位名称', 'recipient_name', 'exact'],
    ['企业名称', 'recipient_name', 'alias'],
    ['2021年主营收入【亿元】', 'revenue_fen', 'normalised'],
    ['申报项目总投资额(万元)', 'total_investment_fen', 'similar'],
  ])('%s', (header, field, basis) => {
    expect(matched([header])).toEqual([[field, basis]]);
  });

  test('what is like nothing is matched to nothing', () => {
    expect(matched(['经办人', '备注'])).toEqual([null, null]);
  });

  test('a column goes to the cell with the best right to it, the other keeps it as an alternative', () => {
    const headers = ['项目总投资额', '总投资'].map(cell);
    const [similar, certain] = matchHeaders(headers, columns, () => []);
    expect(certain?.match).toMatchObject({ field: 'total_investment_fen', basis: 'alias' });
    expect(similar?.match?.field).not.toBe('total_investment_fen');
    expect(similar?.alternatives.map(({ field }) => field)).toContain('total_investment_fen');
  });

  test('two certain headers for one column are contested', () => {
    expect([...contestedFields(['单位名称', '企业名称', '地址'].map(cell), columns)]).toEqual([
      'recipient_name',
    ]);
  });

  test('values speak where the header does not', () => {
    const guess = guessByValues(rulebook, columns, ['生物医药', '是（物联网）', '高端纺织集群']);
    expect(guess).toMatchObject([{ field: 'in_cluster', basis: 'values' }]);
    expect(matched(['属于'], () => guess)).toEqual([['in_cluster', 'values']]);
    expect(guessByValues(rulebook, columns, ['生物医药', '物联网'])).toEqual([]);
    expect(guessByValues(rulebook, columns, ['生物医药', '物联网', '甲', '乙', '高端纺织'])).toEqual([]);
  });
});

test('confidence: certain is high, very alike is medium, the rest is low', () => {
  const match = (basis: ColumnMatch['basis'], score: number) => confidenceOf({ field: 'name', basis, score });
  expect([match('alias', 1), match('similar', mediumFrom), match('similar', mediumFrom - 0.01)]).toEqual([
    'high',
    'medium',
    'low',
  ]);
  expect(match('values', 1)).toBe('low');
});

test('likeness: equal is 1, opposites of a pair stay below what counts as medium', () => {
  expect(similarity('总投资', '总投资')).toBe(1);
  expect(similarity('项目起始时间', '项目开始时间')).toBeGreaterThanOrEqual(mediumFrom);
  expect(similarity('项目起始时间', '项目结束时间')).toBeLessThan(mediumFrom);
  expect(similarity('计划总投资', '总投资')).toBeGreaterThanOrEqual(similarFrom);
  expect(similarity('经办人', '总投资')).toBe(0);
  expect(similarity('', '总投资')).toBe(0);
});

describe('units that are not read are seen', () => {
  test.each([
    ['总投资(千元)'],
    ['总投资百万元'],
    ['总投资（万美元）'],
    ['总投资（USD）'],
    ['总投资(十亿元)'],
  ])('%s', (text) => {
    expect(foreignUnitIn(text)).not.toBeNull();
    expect(matched([text])[0]?.[0]).not.toBe('total_investment_fen');
  });

  test.each([['总投资(万元)'], ['总投资(元)'], ['总投资亿元'], ['百万级用户数']])('%s is none', (text) => {
    expect(foreignUnitIn(text)).toBeNull();
  });

  test('in the line above the header', () => {
    expect(foreignTableUnit([['汇总表'], [null, '单位：千元']])).toEqual({ unit: '千元', row: 1, index: 1 });
    expect(foreignTableUnit([['单位：万元']])).toBeNull();
  });
});
