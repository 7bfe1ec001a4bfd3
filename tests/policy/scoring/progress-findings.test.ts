import { describe, expect, test } from 'vitest';
import { sheetName } from '../../library/faults/fault-files';
import { form, projects, table } from '../../library/faults/library-files';
import { loadSteps } from '../../library/faults/load-steps';

// What a quarterly report may have wrong, from the file to the finding; nothing of it changes a figure silently.

const heads = ['指标', '报告期', '实际完成值', '说明'];
type Report = [indicator: string, period: string, actual: string, note: string];

async function reported(...rows: Report[]) {
  const { own, findings } = await loadSteps([[projects({}), form(), table('进展', heads, ...rows)]], 'xlsx');
  const places = findings
    .filter(({ file }) => file === '进展.xlsx')
    .map(({ code, file, sheet, cell, found, expected }) => ({ code, file, sheet, cell, found, expected }));
  return { places, loaded: own?.library.rows.progress ?? [] };
}
const place = (cell: string) => ({ file: '进展.xlsx', sheet: sheetName, cell });

describe('a report that cannot be right is a finding with file, sheet and cell', () => {
  test('a cumulative value that falls back, beside what was reported before', async () => {
    const { places, loaded } = await reported(
      ['新增就业人数', '2023Q1', '1', '超额原因'],
      ['新增就业人数', '2023Q2', '0', ''],
    );
    expect(places).toMatchObject([
      { code: 'progress_backwards', ...place('E3'), found: '0人', expected: expect.stringContaining('1人') },
    ]);
    expect(loaded.map(({ actual_number: value }) => value)).toEqual([1, 0]);
  });

  test('a value that is no number, and no row is made of it', async () => {
    const { places, loaded } = await reported(['新增就业人数', '2023Q1', '约十人', '']);
    expect(places).toMatchObject([
      { code: 'number_not_read', ...place('E2'), found: '约十人', expected: '数字（人）' },
    ]);
    expect(loaded).toEqual([]);
  });

  test.each([
    ['1.29', '', []],
    ['1.3', '', ['progress_over_target']],
    ['1.31', '', ['progress_over_target']],
    ['1.31', '新线提前投产', []],
  ])('%s against a target of 1 with the reason “%s”', async (actual, note, codes) => {
    const { places } = await reported(['新增就业人数', '2023Q1', actual, note]);
    expect(places.map(({ code }) => code)).toEqual(codes);
    for (const one of places) expect(one).toMatchObject(place('E2'));
  });
});
