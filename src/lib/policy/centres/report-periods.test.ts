import { describe, expect, test } from 'vitest';
import { readCentreRules } from './read-centres';
import { owedReports, type HandedIn } from './report-periods';

const { reports } = readCentreRules();
const owed = (approvedOn: string, day: string, handedIn: HandedIn[] = [], keptSince = '2023-12-31') =>
  owedReports(reports, { approvedOn, keptSince }, handedIn, day);
const ends = (list: ReturnType<typeof owed>, id: string) =>
  list.filter(({ reportId }) => reportId === id).map(({ periodEnd }) => periodEnd);
const annual = (submittedOn: string | null): HandedIn => ({
  reportId: 'annual-report',
  periodEnd: '2023-12-31',
  submittedOn,
});

describe('periods', () => {
  test('are those that ended after the approval and before the day', () => {
    const list = owed('2024-06-30', '2025-06-30');
    expect(ends(list, 'half-year-brief')).toEqual(['2024-12-31']);
    expect(ends(owed('2024-06-29', '2025-07-01'), 'half-year-brief')).toEqual([
      '2024-06-30',
      '2024-12-31',
      '2025-06-30',
    ]);
    expect(ends(list, 'annual-report')).toEqual(['2024-12-31']);
  });

  test('before the first one that the library keeps are unknown, not missing', () => {
    expect(ends(owed('2018-01-01', '2024-07-01'), 'half-year-brief')).toEqual(['2023-12-31', '2024-06-30']);
  });
});

describe('an annual report', () => {
  const stateOn = (day: string, ...handedIn: HandedIn[]) =>
    owed('2020-01-01', day, handedIn).find(({ reportId }) => reportId === 'annual-report')?.state;

  test('may come to the last day of February, the 29th in a leap year', () => {
    expect(stateOn('2024-02-29')).toBe('due');
    expect(stateOn('2024-03-01')).toBe('missing');
    expect(stateOn('2024-09-30', annual('2024-02-29'))).toBe('in_time');
    expect(stateOn('2024-09-30', annual('2024-03-01'))).toBe('late');
  });

  test('without a day was handed in, nobody knows when', () => {
    expect(stateOn('2024-09-30', annual(null))).toBe('handed_in');
  });
});

test('a brief has no last day while no calendar of working days is given', () => {
  const [brief] = owed('2023-07-01', '2024-01-05').filter(({ reportId }) => reportId === 'half-year-brief');
  expect(brief).toMatchObject({ dueOn: null, state: 'missing' });
});
