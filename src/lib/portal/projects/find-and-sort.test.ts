import { describe, expect, test } from 'vitest';
import type { ListedProject } from '$lib/metrics/projects/list-sql';
import { ProjectColumns } from '$lib/metrics/projects/project-columns';
import { ProjectFinder } from './find-projects';
import { sortRowNumbers } from './sort-projects';

const listed = (project_id: string, changes: Partial<ListedProject>): ListedProject => ({
  project_id,
  name: '演示项目',
  recipient_name: '演示企业',
  recipient_code: null,
  industry: null,
  guide_year: 2023,
  category_id: 'guides/2023/alpha',
  variant_id: null,
  place_adcode: '320100',
  county_adcode: null,
  cluster_key: 'none',
  stage: 'applied',
  investment_fen: null,
  requested_fen: null,
  ceiling_fen: null,
  award_fen: null,
  paid_fen: null,
  unpaid_fen: null,
  recovered_fen: null,
  submitted_on: null,
  start_date: null,
  end_date: null,
  awarded_on: null,
  accepted_on: null,
  terminated_on: null,
  file_name: '演示汇总表.xlsx',
  source_sheet: null,
  source_row: null,
  ...changes,
});

const columns = new ProjectColumns();
columns.append([
  listed('A-01', { name: '高炉余热回收', recipient_name: '甲公司', recipient_code: '91320000MA1X' }),
  listed('A-02', { name: 'ＡＩ质检产线', recipient_name: '乙公司', place_adcode: '320500' }),
  listed('A-03', { name: '5G 工厂', recipient_name: '高淳电机', county_adcode: '320583' }),
]);
const places = new Map([
  ['320100', '南京市 南京 Nanjing'],
  ['320500', '苏州市 苏州 Suzhou'],
  ['320583', '昆山市 昆山 Kunshan'],
]);
const finder = new ProjectFinder(columns, places);

describe('the search', () => {
  test.each([
    ['', [0, 1, 2]],
    ['  ', [0, 1, 2]],
    ['余热', [0]],
    ['高', [0, 2]],
    ['乙公司', [1]],
    ['ma1x', [0]],
    ['a-02', [1]],
    ['苏州', [1]],
    ['kunshan', [2]],
    ['昆山', [2]],
    ['ai质检', [1]],
    ['高 南京', [0, 2]],
    ['高 昆山', [2]],
    ['glyr', [0]],
    ['gcdj', [2]],
    ['nj', [0, 2]],
    ['没有', []],
  ])('“%s” finds rows %j', (query, rows) => {
    expect(finder.find(query)).toEqual(rows);
  });
});

describe('the order', () => {
  const rows = [0, 1, 2, 3, 4];

  test('of Chinese words is that of their sound', () => {
    const values = ['张家港', '常州', '安徽', '无锡', '北京'];
    expect(sortRowNumbers(rows, values, 'ascending').map((row) => values[row])).toEqual([
      '安徽',
      '北京',
      '常州',
      '无锡',
      '张家港',
    ]);
  });

  test('of numbers is by size, not by digits', () => {
    expect(sortRowNumbers(rows, [10, 9, 100, -1, 0], 'ascending')).toEqual([3, 4, 1, 0, 2]);
  });

  test('puts what is missing last, upward and downward', () => {
    const values = [null, 2, null, 0, 1];
    expect(sortRowNumbers(rows, values, 'ascending')).toEqual([3, 4, 1, 0, 2]);
    expect(sortRowNumbers(rows, values, 'descending')).toEqual([1, 4, 3, 0, 2]);
  });

  test('leaves equal ones as they stood, upward and downward', () => {
    expect(sortRowNumbers(rows, [1, 0, 1, 0, 1], 'ascending')).toEqual([1, 3, 0, 2, 4]);
    expect(sortRowNumbers(rows, [1, 0, 1, 0, 1], 'descending')).toEqual([0, 2, 4, 1, 3]);
  });

  test('of a hundred thousand names takes less than two seconds', () => {
    const sounds = [...'演示项目高炉余热回收与电机系统节能改造生产线智能检测'];
    const names = Array.from({ length: 100_000 }, (_, row) =>
      Array.from({ length: 12 }, (_, at) => sounds[(row * 7 + at * row) % sounds.length]).join(''),
    );
    const started = performance.now();
    sortRowNumbers([...names.keys()], names, 'ascending');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
