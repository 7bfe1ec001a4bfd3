import { describe, expect, test } from 'vitest';
import { readAnnexes } from '../annexes/read-annexes.ts';
import { readCentreRules } from '../centres/read-centres.ts';
import { readScoring } from '../scoring/read-scoring.ts';
import { centreDeadlines, type CentreFacts } from './centre-deadlines.ts';
import type { DeadlineBooks } from './deadline-rules.ts';
import { readDeadlineRules } from './read-deadlines.ts';

const books: DeadlineBooks = {
  rules: readDeadlineRules(),
  agreement: readAnnexes().agreement,
  agreementYear: 2023,
  centres: readCentreRules(),
  graceDays: readScoring().reporting.graceDays,
};
const centre = (changes: Partial<CentreFacts> = {}): CentreFacts => ({
  centreId: 'DC-01',
  approvedOn: '2022-03-01',
  isNational: false,
  grades: [],
  handedIn: [],
  reportsSince: '2025-12-31',
  ...changes,
});
const find = (facts: CentreFacts, asOf: string, kind: string) =>
  centreDeadlines(facts, asOf, books).filter((one) => one.kind === kind);

describe('briefs of a centre', () => {
  test('are due ten working days after the half-year and overdue from the day after', () => {
    const state = (asOf: string) =>
      find(centre(), asOf, 'centre_brief').find(({ period }) => period === '2026-06-30')?.state;
    expect([state('2026-07-14'), state('2026-07-15')]).toEqual(['due_soon', 'overdue']);
  });
  test('in a year without a notice are shown as not verified', () => {
    const found = find(centre(), '2026-09-30', 'centre_brief').find(({ period }) => period === '2026-12-31');
    expect(found).toMatchObject({ dueOn: '2027-01-14', isVerified: false, state: 'upcoming' });
  });
  test('that came in are done, with their day', () => {
    const handedIn = [{ reportId: 'half-year-brief', periodEnd: '2026-06-30', submittedOn: '2026-07-20' }];
    const found = find(centre({ handedIn }), '2026-09-30', 'centre_brief');
    expect(found.find(({ period }) => period === '2026-06-30')).toMatchObject({
      state: 'done',
      doneOn: '2026-07-20',
    });
  });
});

test('the annual report is due on the last day of February, also in a leap year', () => {
  const dueOn = (asOf: string, since: string) =>
    find(centre({ reportsSince: since }), asOf, 'centre_report')[0]?.dueOn;
  expect(dueOn('2024-01-10', '2023-12-31')).toBe('2024-02-29');
  expect(dueOn('2026-01-10', '2025-12-31')).toBe('2026-02-28');
});

test('assessments come every year for three years, then every two; a missing one is overdue', () => {
  const grades = [
    { year: 2023, gradeId: 'good' },
    { year: 2024, gradeId: 'good' },
  ];
  const found = find(centre({ grades }), '2026-09-30', 'centre_assessment');
  expect(found.map(({ dueOn, state }) => [dueOn, state])).toEqual([
    ['2023-12-31', 'done'],
    ['2024-12-31', 'done'],
    ['2025-12-31', 'overdue'],
    ['2027-12-31', 'upcoming'],
  ]);
});

test('a failed centre has a year to mend', () => {
  const grades = [{ year: 2024, gradeId: 'failed' }];
  const state = (asOf: string) => find(centre({ grades }), asOf, 'centre_rectification')[0]?.state;
  expect([state('2025-12-31'), state('2026-01-01')]).toEqual(['due_soon', 'overdue']);
});

test('a national centre is not assessed by these rules, and one without approval cannot be told', () => {
  expect(find(centre({ isNational: true }), '2026-09-30', 'centre_assessment')).toEqual([]);
  expect(centreDeadlines(centre({ approvedOn: null }), '2026-09-30', books)).toMatchObject([
    { state: 'undetermined', reason: 'no_approval_date' },
  ]);
});
