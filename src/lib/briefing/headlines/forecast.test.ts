import { expect, test } from 'vitest';
import type { IndicatorForecast } from '$lib/metrics/forecast/load-indicator-forecast';
import type { Horizon } from '$lib/metrics/forecast/outlook';
import { noForecastText, projectForecastTitle } from './forecast';

const horizon: Horizon = {
  date: '2025-12-31',
  expected: null,
  reason: 'too_far',
  target: 100,
  needed: { kind: 'needs', amount: 5, quarters: 4 },
};
const one = (end: Partial<Horizon>): IndicatorForecast => ({
  formId: '1-18',
  key: 'a',
  sequence: 1,
  name: { zh: '专利', en: 'Patents' },
  unit: null,
  projects: 1,
  reported: 1,
  outlook: {
    done: 80,
    history: [],
    path: [],
    reason: null,
    recentPace: null,
    year: horizon,
    end: { ...horizon, ...end },
  },
});
const expected = (centre: number) => ({
  reason: null,
  expected: { date: '2025-12-31', centre, low: 80, high: centre + 5, half: 5 },
});

test('a project is told how many indicators will make their targets, exactly at the target too', () => {
  const all = [one(expected(100)), one(expected(99)), one({ needed: { kind: 'met' }, target: 70 })];
  expect(projectForecastTitle(all)).toBe('3 项累计指标，按现在的进度预计 2 项到期能达到');
});

test('where nothing can be expected the title does not say that none will be made', () => {
  expect(projectForecastTitle([one({}), one({})])).toBe(
    '2 项累计指标，0 项已达目标；历史不够长，不作到期预测',
  );
});

test('once the period is over it says what came', () => {
  const over = { reason: 'period_over' as const };
  const all = [
    one({ ...over, needed: { kind: 'short', amount: 3 } }),
    one({ ...over, needed: { kind: 'met' } }),
  ];
  expect(projectForecastTitle(all)).toBe('项目期已满：2 项累计指标，1 项达到目标');
});

test('every reason has words', () => {
  expect(noForecastText('too_little_history')).toContain('历史太短');
  expect(noForecastText('nothing_owed')).toContain('已付清');
});
