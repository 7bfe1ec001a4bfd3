import { describe, expect, test } from 'vitest';
import { codesOf, findingsOf } from './check-small';
import { aProject } from './small-library';

const centre = {
  category_id: 'guides/2023/innovation-centre-capacity',
  variant_id: 'provincial-centre',
};
const green = { category_id: 'guides/2023/green-upgrade', ceiling_fen: null };

describe('conditions of the guide', () => {
  test('one that the row misses is named with its clause, at the cell that tells', () => {
    const project = [aProject({ ...centre, end_date: '2025-01-02' })];
    const found = findingsOf({ project }).filter(({ code }) => code === 'condition_not_met');
    expect(found).toMatchObject([
      {
        severity: 'warning',
        row: 6,
        column: 'start_date',
        found: '2022-01-01、2025-01-02',
        expected: '2023年度指南 五/（一）1（2）“项目建设周期不超过3年”',
      },
    ]);
  });

  test.each([
    ['three years to the day', '2025-01-01', 0],
    ['one day less', '2024-12-31', 0],
    ['one day more', '2025-01-02', 1],
  ])('%s', (_, end, times) => {
    const project = [aProject({ ...centre, end_date: end })];
    expect(findingsOf({ project }).filter(({ code }) => code === 'condition_not_met')).toHaveLength(times);
  });

  test('what is open is no finding, and rejected projects are not judged', () => {
    const late = { ...centre, end_date: '2030-01-01' };
    expect(codesOf({ project: [aProject({ ...green, start_date: null, end_date: null })] })).toEqual([]);
    expect(codesOf({ project: [aProject({ ...late, status: 'rejected' })] })).toEqual([]);
  });
});

describe('the most that one city may list', () => {
  const listed = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aProject({
        project_id: `p${index}`,
        recipient_name: `演示企业${index}`,
        guide_year: 2020,
        category_id: 'guides/2020/high-end-upgrade',
        start_date: null,
        end_date: null,
        source_row: index + 1,
      }),
    );

  test.each([
    [4, []],
    [5, []],
    [6, ['city_limit_exceeded 6:6']],
    [7, ['city_limit_exceeded 6:6']],
  ])('%i of five', (count, expected) => {
    expect(codesOf({ project: listed(count) })).toEqual(expected);
  });

  test('terminated projects do not count', () => {
    const [gone, ...others] = listed(6);
    const project = gone ? [{ ...gone, terminated_on: '2021-01-01' }, ...others] : others;
    expect(codesOf({ project })).toEqual([]);
  });
});

describe('amounts against the ceiling', () => {
  const ceiling = 100_000_000;
  test.each([
    ['requested at the ceiling', { requested_fen: ceiling }, []],
    ['requested one 分 below', { requested_fen: ceiling - 1 }, ['award_over_requested 6:6']],
    ['requested one 分 above', { requested_fen: ceiling + 1 }, ['requested_over_ceiling 6:6']],
    ['requested above the cap, which was named before', { requested_fen: 10_000_000_000 }, []],
    ['awarded one 分 below', { requested_fen: ceiling, award_fen: ceiling - 1 }, []],
    [
      'awarded one 分 above both',
      { requested_fen: ceiling, award_fen: ceiling + 1 },
      ['award_over_ceiling 6:6', 'award_over_requested 6:6'],
    ],
    ['no ceiling', { ceiling_fen: null, requested_fen: ceiling * 2 }, []],
    ['awarded on the day of the application', { awarded_on: '2022-11-18' }, []],
    ['awarded one day before', { awarded_on: '2022-11-17' }, ['award_before_application 6:6']],
  ])('%s', (_, changes, expected) => {
    const base = { ceiling_fen: ceiling, award_fen: ceiling, requested_fen: ceiling, end_date: '2022-06-30' };
    expect(codesOf({ project: [aProject({ ...base, ...changes })] })).toEqual(expected);
  });
});
