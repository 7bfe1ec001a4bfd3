import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../domain/calendar.ts';
import { readAnnexes } from '../annexes/read-annexes.ts';
import { readCentreRules } from '../centres/read-centres.ts';
import { readScoring } from '../scoring/read-scoring.ts';
import { acceptedBy } from './acceptance-authority.ts';
import type { DeadlineBooks } from './deadline-rules.ts';
import type { DeadlineKind } from './deadline.ts';
import { projectDeadlines } from './project-deadlines.ts';
import type { ProjectFacts } from './project-facts.ts';
import { readDeadlineRules } from './read-deadlines.ts';
import { reportedQuarters } from './report-deadlines.ts';

const books: DeadlineBooks = {
  rules: readDeadlineRules(),
  agreement: readAnnexes().agreement,
  agreementYear: 2023,
  centres: readCentreRules(),
  graceDays: readScoring().reporting.graceDays,
};
const wan = 1_000_000;

const project = (changes: Partial<ProjectFacts> = {}): ProjectFacts => ({
  projectId: 'P-1',
  awardedOn: '2024-01-15',
  startDate: '2024-01-01',
  endDate: '2024-12-31',
  awardFen: 500 * wan,
  acceptedOn: null,
  failedCheck: null,
  awaitsAcceptance: true,
  knowsAcceptance: true,
  reportedQuarters: [],
  finalPayment: { sequence: 2, plannedOn: null, plannedFen: 250 * wan, paidFen: 0, paidOn: null },
  ...changes,
});
const find = (facts: ProjectFacts, asOf: string, kind: DeadlineKind) =>
  projectDeadlines(facts, asOf, books).filter((one) => one.kind === kind);
const only = (facts: ProjectFacts, asOf: string, kind: DeadlineKind) => {
  const [first] = find(facts, asOf, kind);
  if (!first) throw new Error(`no ${kind}`);
  return first;
};

describe('who accepts a project', () => {
  test.each<[string, number | null, string | null]>([
    ['exactly 1000 万元: the province', 1000 * wan, 'province'],
    ['one 分 below 1000 万元: the nominating body', 1000 * wan - 1, 'nominator'],
    ['one 分 above 1000 万元: the province', 1000 * wan + 1, 'province'],
    ['exactly 300 万元: the nominating body', 300 * wan, 'nominator'],
    ['one 分 below 300 万元: not said', 300 * wan - 1, null],
    ['an unknown award: not told', null, null],
  ])('%s', (_, award, who) => {
    expect(acceptedBy(books, award)).toBe(who);
  });
});

describe('the day of acceptance', () => {
  test.each([
    ['2024-11-30', '2025-02-28'],
    ['2024-02-29', '2024-05-29'],
    ['2024-12-31', '2025-03-31'],
  ])('of a project that ends on %s is %s', (endDate, dueOn) => {
    expect(only(project({ endDate }), '2024-06-30', 'acceptance').dueOn).toBe(dueOn);
  });
  test.each([
    ['2025-02-28', 'upcoming'],
    ['2025-03-01', 'due_soon'],
    ['2025-03-31', 'due_soon'],
    ['2025-04-01', 'overdue'],
  ])('is on %s %s', (asOf, state) => {
    expect(only(project(), asOf, 'acceptance').state).toBe(state);
  });
  test('counts from the award where the project had ended before it', () => {
    const found = only(
      project({ endDate: '2023-05-31', awardedOn: '2023-11-30' }),
      '2024-01-01',
      'acceptance',
    );
    expect(found.dueOn).toBe('2024-02-29');
  });
  test('cannot be told without an end date', () => {
    const found = only(project({ endDate: null }), '2025-04-01', 'acceptance');
    expect(found).toMatchObject({ dueOn: null, state: 'undetermined', reason: 'no_end_date' });
  });
  test('stays overdue after a deferred check, which is named', () => {
    const found = only(project({ failedCheck: 'deferred' }), '2025-04-01', 'acceptance');
    expect(found).toMatchObject({ state: 'overdue', reason: 'acceptance_deferred' });
  });
  test('is not asked for where one payment is planned', () => {
    expect(find(project({ awaitsAcceptance: false }), '2025-04-01', 'acceptance')).toEqual([]);
  });
});

describe('the acceptance file', () => {
  test.each([
    ['2024-01-31', '2024-02-29'],
    ['2023-01-31', '2023-02-28'],
    ['2024-03-31', '2024-04-30'],
    ['2024-02-29', '2024-03-29'],
  ])('of an acceptance on %s is due on %s', (acceptedOn, dueOn) => {
    expect(only(project({ acceptedOn }), acceptedOn, 'acceptance_file').dueOn).toBe(dueOn);
  });
  test('is undetermined once the month is over, as no table records it', () => {
    const found = only(project({ acceptedOn: '2024-01-31' }), '2024-03-01', 'acceptance_file');
    expect(found).toMatchObject({ state: 'undetermined', reason: 'file_not_recorded' });
  });
  test('is near on its very day', () => {
    expect(only(project({ acceptedOn: '2024-01-31' }), '2024-02-29', 'acceptance_file').state).toBe(
      'due_soon',
    );
  });
});

describe('the final payment', () => {
  const accepted = project({ acceptedOn: '2025-01-10' });
  test('is not there before the acceptance', () => {
    expect(find(project(), '2025-04-01', 'final_payment')).toEqual([]);
  });
  test('is due after the acceptance and shows what is left', () => {
    const payment = { sequence: 2, plannedOn: null, plannedFen: 250 * wan, paidFen: 100 * wan, paidOn: null };
    const found = only({ ...accepted, finalPayment: payment }, '2025-04-11', 'final_payment');
    expect(found).toMatchObject({ dueOn: '2025-04-10', state: 'overdue', moneyFen: 150 * wan });
  });
  test('waits for the planned day where that is later', () => {
    const payment = { sequence: 2, plannedOn: '2025-06-30', plannedFen: 1, paidFen: 0, paidOn: null };
    expect(only({ ...accepted, finalPayment: payment }, '2025-04-11', 'final_payment').dueOn).toBe(
      '2025-06-30',
    );
  });
  test('one 分 short is not paid', () => {
    const paid = (paidFen: number) => ({
      ...accepted,
      finalPayment: { sequence: 2, plannedOn: null, plannedFen: 100, paidFen, paidOn: '2025-02-01' },
    });
    expect(only(paid(99), '2025-02-02', 'final_payment').state).toBe('upcoming');
    expect(only(paid(100), '2025-02-02', 'final_payment').state).toBe('done');
  });
  test('is undetermined in a library without payments, not unpaid', () => {
    const payment = { sequence: 2, plannedOn: null, plannedFen: 100, paidFen: null, paidOn: null };
    const found = only({ ...accepted, finalPayment: payment }, '2025-06-01', 'final_payment');
    expect(found).toMatchObject({ state: 'undetermined', reason: 'no_payment_data' });
  });
});

describe('reports', () => {
  test('run from the quarter of the award to the quarter of the end', () => {
    expect(reportedQuarters(project(), '2026-12-31')).toEqual([
      '2024-03-31',
      '2024-06-30',
      '2024-09-30',
      '2024-12-31',
    ]);
  });
  test('are not owed by a project that ended before its award', () => {
    expect(reportedQuarters(project({ endDate: '2023-12-31' }), '2026-12-31')).toEqual([]);
  });
  test('stop with the acceptance', () => {
    expect(reportedQuarters(project({ acceptedOn: '2024-08-01' }), '2026-12-31')).toHaveLength(2);
  });
  test.each([
    ['2024-03-31', 'due_soon'],
    ['2024-04-30', 'due_soon'],
    ['2024-05-01', 'overdue'],
  ])('of the first quarter are on %s %s', (asOf, state) => {
    expect(only(project(), asOf, 'quarterly_report').state).toBe(state);
  });
  test('that were followed by a later one are settled, and say so', () => {
    const facts = project({ reportedQuarters: ['2024-06-30'] });
    const [first, second] = find(facts, '2024-09-01', 'quarterly_report');
    expect(first).toMatchObject({ state: 'done', reason: 'covered_later' });
    expect(second).toMatchObject({ state: 'done', reason: null });
  });
  test('of the half-year and the year come with the quarter they close', () => {
    const facts = project({ reportedQuarters: ['2024-06-30'] });
    expect(find(facts, '2025-06-01', 'half_year_summary')).toMatchObject([
      { period: '2024-06-30', state: 'done', reason: 'joined_with_report' },
    ]);
    expect(find(facts, '2025-06-01', 'annual_summary')).toMatchObject([
      { period: '2024-12-31', state: 'undetermined', reason: 'summary_not_recorded' },
    ]);
  });
  test('are undetermined in a library without reports', () => {
    const found = only(project({ reportedQuarters: null }), '2025-06-01', 'quarterly_report');
    expect(found).toMatchObject({ state: 'undetermined', reason: 'no_progress_data' });
  });
});

describe('for any project and day', () => {
  const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2021-01-01', days));
  const maybe = fc.option(day);
  const facts = fc
    .record({ awardedOn: day, startDate: maybe, endDate: maybe, acceptedOn: maybe })
    .map((dates) => project(dates));
  test('ids are unique, an undetermined state has a reason, and nothing overdue lies ahead', () => {
    fc.assert(
      fc.property(facts, day, (one, asOf) => {
        const found = projectDeadlines(one, asOf, books);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const { state, reason, dueOn } of found) {
          if (state === 'undetermined') expect(reason).not.toBeNull();
          if (state === 'overdue') expect((dueOn ?? '9') < asOf).toBe(true);
          if (state === 'due_soon' || state === 'upcoming') expect((dueOn ?? '') >= asOf).toBe(true);
        }
      }),
    );
  });
  test('what is overdue stays overdue on a later day while nothing else happens', () => {
    fc.assert(
      fc.property(facts, day, fc.nat(400), (one, asOf, more) => {
        const late = (on: string) =>
          projectDeadlines(one, on, books)
            .filter(({ state }) => state === 'overdue')
            .map(({ id }) => id);
        const after = new Set(late(addDays(asOf, more)));
        expect(late(asOf).filter((id) => !after.has(id))).toEqual([]);
      }),
    );
  });
});
