import { describe, expect, test } from 'vitest';
import { openFilters } from '../filter-defaults';
import type { Scope } from '../scope';
import type { AppropriationRow } from '../sql/appropriations';
import type { EventKind, EventRow } from '../sql/timeline';
import { timelineOf } from './timeline';

const scopeAt = (asOf: string): Scope => ({ ...openFilters(2023), asOf, categoryIds: null });

const event = (
  kind: EventKind,
  happened_on: string,
  amount_fen: number,
  changes: Partial<EventRow> = {},
): EventRow => ({
  kind,
  happened_on,
  event_count: 1,
  count_in_quota: 1,
  amount_fen,
  in_budget_fen: amount_fen,
  ...changes,
});

const budget: AppropriationRow = {
  guide_year: 2023,
  area_id: 'making',
  category_id: 'guides/2023/alpha',
  amount_fen: 1_000,
  period_start: '2024-01-01',
  period_end: '2024-12-31',
  file_name: null,
  source_file_id: 'f1',
  source_sheet: null,
  source_row: null,
};

const events = [
  event('payment', '2023-12-31', 5),
  event('payment', '2024-03-31', 100, { in_budget_fen: 60 }),
  event('payment', '2024-04-01', 40),
  event('award', '2024-02-01', 700, { event_count: 3, count_in_quota: 2 }),
  event('plan', '2024-05-01', 300),
  event('plan', '2025-09-01', 400),
];
const limits = { appropriations: [budget], appropriation: 1_000, quota: 4 };
const known = { paid: null, awards: null };

describe('the timeline', () => {
  test('counts a quarter’s last day in, the next day not', () => {
    const { points } = timelineOf(events, limits, scopeAt('2024-12-31'), known);
    expect(points.map(({ date, paid, awards, planned }) => [date, paid, awards, planned])).toEqual([
      ['2024-03-31', 105, 3, 0],
      ['2024-06-30', 145, 3, 300],
      ['2024-09-30', 145, 3, 300],
      ['2024-12-31', 145, 3, 300],
    ]);
  });

  test('takes shares of appropriation, quota and time', () => {
    const { points, period } = timelineOf(events, limits, scopeAt('2024-12-31'), known);
    expect(points[1]).toMatchObject({ execution: 0.105, quotaUsed: 0.5, timeShare: 182 / 366 });
    expect(period.timeShare).toBe(1);
  });

  test('has a point on an as-of day within a quarter, and knows nothing real beyond it', () => {
    const { points } = timelineOf(events.slice(0, 2), limits, scopeAt('2024-04-10'), known);
    expect(points.slice(0, 3).map(({ date, isAsOf, paid }) => [date, isAsOf, paid])).toEqual([
      ['2024-03-31', false, 105],
      ['2024-04-10', true, 105],
      ['2024-06-30', false, null],
    ]);
  });

  test('goes on past the period while something is still paid, and says what is planned later still', () => {
    const late = [...events, event('payment', '2025-02-14', 10)];
    const { points, plannedInAll } = timelineOf(late, limits, scopeAt('2026-01-01'), known);
    expect(points.at(-1)).toMatchObject({ date: '2025-03-31', paid: 155, planned: 300, timeShare: 1 });
    expect(plannedInAll).toBe(700);
  });

  test('without a period it runs from the guide year to the last event', () => {
    const bare = { appropriations: [], appropriation: null, quota: null };
    const { points } = timelineOf(events, bare, scopeAt('2024-12-31'), known);
    expect([points[0]?.date, points.at(-1)?.date]).toEqual(['2023-03-31', '2024-06-30']);
    expect(points.at(-1)).toMatchObject({ execution: null, quotaUsed: null, timeShare: null, paid: 145 });
  });

  test('what the library does not know stays missing', () => {
    const unknown = { paid: 'no_disbursements', awards: 'no_awards' } as const;
    const { points, plannedInAll } = timelineOf(events, limits, scopeAt('2024-12-31'), unknown);
    expect(points[0]).toMatchObject({
      paid: null,
      awards: null,
      awarded: null,
      planned: null,
      execution: null,
    });
    expect(plannedInAll).toBeNull();
  });
});
