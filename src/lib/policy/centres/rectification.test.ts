import { describe, expect, test } from 'vitest';
import { readCentreRules } from './read-centres';
import { rectifications, type YearGrade } from './rectification';

const { assessment } = readCentreRules();
const after = (day: string, ...results: [number, string | null][]) =>
  rectifications(
    assessment,
    results.map(([year, gradeId]): YearGrade => ({ year, gradeId })),
    day,
  );

describe('a failed assessment', () => {
  test('gives one year to mend, to its last day', () => {
    const failed: [number, string] = [2025, 'failed'];
    expect(after('2026-12-31', failed)).toMatchObject([
      { failedYear: 2025, endsOn: '2026-12-31', state: 'running', nextYear: null },
    ]);
    expect(after('2027-01-01', failed)).toMatchObject([{ state: 'overdue' }]);
    expect(after('2026-12-31', failed)[0]?.clause.id).toBe('rectification');
  });

  test('is mended by the lowest grade that passes', () => {
    expect(after('2026-09-30', [2024, 'failed'], [2025, 'passed'])).toMatchObject([
      { state: 'mended', nextYear: 2025, adjustment: null },
    ]);
  });

  test('followed by another fail leads to adjustment and not to a second year', () => {
    const found = after('2026-09-30', [2024, 'failed'], [2025, 'failed']);
    expect(found).toMatchObject([{ failedYear: 2024, state: 'failed_again', nextYear: 2025 }]);
    expect(found[0]?.adjustment?.id).toBe('adjustment');
  });

  test('long after a mended one gives a new year', () => {
    const found = after('2026-09-30', [2021, 'failed'], [2022, 'good'], [2026, 'failed']);
    expect(found.map(({ failedYear, state }) => [failedYear, state])).toEqual([
      [2021, 'mended'],
      [2026, 'running'],
    ]);
  });
});

test('grades that pass, and results without a grade, give no time to mend', () => {
  expect(after('2026-09-30', [2023, 'passed'], [2024, null], [2025, 'excellent'])).toEqual([]);
});
