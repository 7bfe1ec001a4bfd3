import { describe, expect, test } from 'vitest';
import { codesOf, findingsOf } from './check-small';
import { aForm, anAcceptance, anotherProject, aProject, aReport, aTarget } from './small-library';

const otherFirm = anotherProject({ recipient_name: '演示企业0002（南京）' });

describe('targets that are missing', () => {
  const project = [aProject(), otherFirm];
  const ofFirst = { target: [aTarget()], target_form: [aForm()] };

  test('are named for an awarded project once the library has targets of its year', () => {
    expect(codesOf({ project, ...ofFirst })).toEqual(['targets_missing I7']);
    expect(codesOf({ project })).toEqual([]);
  });

  test('are named at the acceptance where the project was accepted without any', () => {
    const acceptance = [anAcceptance({ project_id: 'p2' })];
    expect(findingsOf({ project, ...ofFirst, acceptance })).toMatchObject([
      { code: 'accepted_without_targets', row: 3, found: otherFirm.name, expected: '1-1' },
    ]);
  });

  test.each([
    ['not awarded', { awarded_on: null, award_fen: null }],
    ['terminated', { terminated_on: '2024-01-01' }],
    ['of another year', { guide_year: 2020, category_id: 'guides/2020/high-end-upgrade' }],
  ])('are not asked of a project that is %s', (_, changes) => {
    expect(codesOf({ project: [aProject(), { ...otherFirm, ...changes }], ...ofFirst })).toEqual([]);
  });
});

describe('dates of the form together with those of the project', () => {
  test.each([
    ['the day of the start', { end_date: '2022-01-01' }, []],
    ['one day before the start', { end_date: '2021-12-31' }, ['form_dates_reversed 1:1']],
    ['a start after the project’s end', { start_date: '2024-07-01' }, ['form_dates_reversed 1:1']],
    ['a start on the project’s end', { start_date: '2024-06-30' }, []],
  ])('%s', (_, changes, expected) => {
    expect(codesOf({ target_form: [aForm(changes)], target: [aTarget()] })).toEqual(expected);
  });
});

describe('progress', () => {
  const base = { target: [aTarget()], target_form: [aForm()] };
  const next = (changes = {}) =>
    aReport({ period_end: '2024-06-30', note: '设备到货推迟', source_row: 5, ...changes });

  test.each([
    ['the same again', 50, []],
    ['one more', 51, []],
    ['one less', 49, ['progress_backwards 5:5']],
  ])('%s', (_, value, expected) => {
    expect(codesOf({ ...base, progress: [next({ actual_number: value }), aReport()] })).toEqual(expected);
  });

  test('a fall says what was reported before, when and where', () => {
    const [finding] = findingsOf({ ...base, progress: [aReport(), next({ actual_number: 20 })] });
    expect(finding).toMatchObject({ found: '20人', expected: '50人（2024-03-31，演示.csv · 4）' });
  });

  test('a level may fall, and so may an indicator of the project’s own', () => {
    for (const key of ['product-pass-rate', 'own/1']) {
      const progress = [aReport({ indicator_key: key }), next({ indicator_key: key, actual_number: 20 })];
      expect(codesOf({ ...base, progress })).toEqual([]);
    }
  });

  test.each([
    ['one less than the reason is asked for', 129, null, []],
    ['from where a reason is asked for', 130, null, ['progress_over_target 4:4']],
    ['beyond it', 131, null, ['progress_over_target 4:4']],
    ['with a reason', 200, '新增产线提前投产', []],
  ])('%s', (_, value, note, expected) => {
    expect(codesOf({ ...base, progress: [aReport({ actual_number: value, note })] })).toEqual(expected);
  });

  test.each([
    ['before the end of the project', '2024-03-31', 50, null, []],
    ['in the quarter of its end', '2024-06-30', 99, null, ['progress_short_of_target 4:4']],
    ['on the target', '2024-06-30', 100, null, []],
    ['with a reason', '2024-06-30', 50, '设备到货推迟', []],
  ])('short of the target %s', (_, period_end, actual_number, note, expected) => {
    expect(codesOf({ ...base, progress: [aReport({ period_end, actual_number, note })] })).toEqual(expected);
  });

  test.each([
    ['the day before the start', { start_date: '2024-04-01' }, ['progress_before_start 4:4']],
    ['the day of the start', { start_date: '2024-03-31' }, []],
    ['the quarter of the end', { end_date: '2024-01-01' }, []],
    ['the quarter after the end', { end_date: '2023-12-31' }, ['progress_after_end 4:4']],
    ['after an end that comes before the award', { end_date: '2023-11-19' }, []],
  ])('for %s', (_, changes, expected) => {
    const note = '设备到货推迟';
    const progress = [
      aReport({ note }),
      aReport({ note, indicator_key: 'product-pass-rate', source_row: 5 }),
    ];
    expect(codesOf({ ...base, project: [aProject(changes)], progress })).toEqual(expected);
  });
});
