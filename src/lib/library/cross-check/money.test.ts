import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import { codesOf, findingsOf } from './check-small';
import { anAcceptance, aPayment, aProject } from './small-library';

const wan = 1_000_000;
const accepted = [anAcceptance()];
const place = { source_file_id: 'f1', source_sheet: null, source_row: 9 };
const final = (changes: Partial<Row<'disbursement'>> = {}) =>
  aPayment({ sequence: 2, paid_on: '2025-03-01', source_row: 3, ...changes });

describe('payments over the whole library', () => {
  test.each([
    ['exactly the award', 250 * wan, []],
    ['a 分 less', 250 * wan - 1, []],
    ['a 分 more, at the payment that passes it', 250 * wan + 1, ['payments_over_award 3:3']],
  ])('%s', (_, fen, expected) => {
    const disbursement = [final({ paid_fen: fen }), aPayment()];
    expect(codesOf({ disbursement, acceptance: accepted })).toEqual(expected);
  });

  test('the finding tells both sums in 万元', () => {
    const disbursement = [aPayment({ paid_fen: 600 * wan })];
    expect(findingsOf({ disbursement })).toMatchObject([{ found: '600', expected: '500' }]);
  });

  test.each([
    ['on the day of the award', '2023-11-20', []],
    ['one day before', '2023-11-19', ['payment_ahead_of_award 2:2']],
  ])('%s', (_, day, expected) => {
    expect(codesOf({ disbursement: [aPayment({ paid_on: day })] })).toEqual(expected);
  });
});

describe('the final tranche and the acceptance', () => {
  test.each([
    ['on the day', '2025-03-01', []],
    ['one day later', '2025-03-02', []],
    ['one day before', '2025-02-28', ['final_before_acceptance 3:3']],
  ])('%s', (_, day, expected) => {
    const disbursement = [aPayment(), final({ paid_on: day })];
    expect(codesOf({ disbursement, acceptance: accepted })).toEqual(expected);
  });

  test('without a passed acceptance it is named where the year has acceptances, else not', () => {
    const disbursement = [aPayment(), final()];
    const deferred = [anAcceptance({ result: 'deferred' })];
    expect(codesOf({ disbursement, acceptance: deferred })).toEqual(['final_without_acceptance 3:3']);
    expect(codesOf({ disbursement })).toEqual([]);
  });

  test('the project’s own plan tells which tranche is final', () => {
    const plan = (kind: string) => ({
      tranche: [
        { project_id: 'p1', sequence: 1, kind, planned_fen: wan, planned_on: '2024-01-01', ...place },
      ],
      disbursement: [aPayment()],
      acceptance: accepted,
    });
    expect(codesOf(plan('first'))).toEqual([]);
    expect(codesOf(plan('final'))).toEqual(['final_before_acceptance 2:2']);
  });
});

describe('after the end of a project', () => {
  const ended = [aProject({ terminated_on: '2024-06-01' })];
  test.each([
    ['2024-05-31', []],
    ['2024-06-01', []],
    ['2024-06-02', ['paid_after_ending 2:2']],
  ])('a payment on %s', (day, expected) => {
    expect(codesOf({ project: ended, disbursement: [aPayment({ paid_on: day })] })).toEqual(expected);
  });

  test.each([
    ['2024-06-01', []],
    ['2024-06-02', ['accepted_after_ending 3:3']],
  ])('an acceptance on %s', (day, expected) => {
    expect(codesOf({ project: ended, acceptance: [anAcceptance({ accepted_on: day })] })).toEqual(expected);
  });

  test('a row of endings counts as the project’s own date does', () => {
    const termination = [
      { project_id: 'p1', terminated_on: '2024-01-09', kind: 'withdrawn', reason: null, ...place },
    ];
    expect(codesOf({ termination, disbursement: [aPayment()] })).toEqual(['paid_after_ending 2:2']);
  });

  test.each([
    [250 * wan - 1, []],
    [250 * wan, []],
    [250 * wan + 1, ['recoveries_over_payments 9:9']],
  ])('%i 分 recovered of what was paid', (fen, expected) => {
    const recovery = [{ project_id: 'p1', recovered_fen: fen, recovered_on: '2024-08-01', ...place }];
    expect(codesOf({ project: ended, disbursement: [aPayment()], recovery })).toEqual(expected);
    expect(codesOf({ project: ended, recovery })).toEqual([]);
  });
});
