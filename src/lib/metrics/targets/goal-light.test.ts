import { describe, expect, test } from 'vitest';
import type { CellShare } from '$lib/policy/scoring/indicator-share';
import { readRulebook } from '$lib/policy/read-rules';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { lights } from '../light';
import { goalLight, lastDueQuarter, worstLight } from './goal-light';

const scoring = readScoring();
const steps = readRulebook().lights;
const year = { start: '2024-01-01', end: '2024-12-31' };

const number = (ratio: number, lower = false): CellShare => ({
  known: true,
  share: lower ? (ratio <= 1 ? 1 : 0.5) : Math.min(1, ratio),
  ratio,
  working: { kind: 'number', target: 100, actual: ratio * 100, ratio, lower },
});
const at = (
  share: CellShare,
  reportedTo: string | null,
  due = '2024-06-30',
  period: Parameters<typeof goalLight>[2] = year,
) => goalLight({ share, grows: true }, reportedTo, period, due, steps);

describe('the quarter whose report is due', () => {
  const grace = scoring.reporting.graceDays;
  test('is the last one whose days of grace have passed', () => {
    expect(grace).toBe(30);
    expect(lastDueQuarter('2024-07-29', scoring.reporting)).toBe('2024-03-31');
    expect(lastDueQuarter('2024-07-30', scoring.reporting)).toBe('2024-06-30');
    expect(lastDueQuarter('2024-07-31', scoring.reporting)).toBe('2024-06-30');
  });

  test('goes back over the turn of a year, and over a leap day', () => {
    expect(lastDueQuarter('2024-01-01', scoring.reporting)).toBe('2023-09-30');
    expect(lastDueQuarter('2024-01-30', scoring.reporting)).toBe('2023-12-31');
    expect(lastDueQuarter('2024-03-31', scoring.reporting)).toBe('2023-12-31');
    expect(lastDueQuarter('2024-04-30', { ...scoring.reporting, graceDays: 0 })).toBe('2024-03-31');
    expect(lastDueQuarter('2024-03-31', { ...scoring.reporting, graceDays: 0 })).toBe('2024-03-31');
  });
});

describe('the goal light of an indicator', () => {
  // By 2024-06-30 182 of the 366 days of a leap year have gone.
  const half = 182 / 366;
  test.each([
    [0.6 - 1e-6, 'red'],
    [0.6, 'yellow'],
    [0.8 - 1e-6, 'yellow'],
    [0.8, 'green'],
    [1.2 - 1e-6, 'green'],
    [1.2, 'blue'],
  ])('a pace of %f is %s', (pace, light) => {
    expect(at(number(pace * half), '2024-06-30').light).toBe(light);
  });

  test('compares a value with the time that it speaks of, not with a later day', () => {
    expect(at(number(0.75), '2024-09-30').pace).toBeCloseTo(0.75 / (274 / 366), 9);
    expect(at(number(1), '2024-12-31', '2024-12-31').pace).toBe(1);
  });

  test('holds a level against its target at once, whatever time has gone', () => {
    const level = goalLight({ share: number(0.9), grows: false }, '2024-06-30', year, '2024-06-30', steps);
    expect(level).toMatchObject({ light: 'green', pace: 0.9 });
  });

  test('is grey without a report, without a target and while a report is overdue', () => {
    expect(at({ known: false, reason: 'no_report' }, null)).toMatchObject({
      light: 'grey',
      reason: 'no_report',
    });
    expect(at({ known: false, reason: 'no_target' }, '2024-06-30')).toMatchObject({
      light: 'grey',
      reason: 'no_target',
    });
    expect(at(number(5), '2024-03-31')).toMatchObject({ light: 'grey', reason: 'report_overdue' });
    expect(at(number(5), '2024-06-30').light).toBe('blue');
  });

  test('asks for no report after the project has ended, nor for one before it began', () => {
    expect(at(number(1), '2024-12-31', '2026-03-31').light).toBe('green');
    expect(at(number(1), '2024-09-30', '2026-03-31').reason).toBe('report_overdue');
    const later = { start: '2024-07-01', end: '2025-06-30' };
    expect(at(number(0), '2024-06-30', '2024-06-30', later).reason).toBe('not_started');
  });

  test('counts the first and the last day of a project', () => {
    const day = { start: '2024-06-30', end: '2024-06-30' };
    expect(at(number(1), '2024-06-30', '2024-06-30', day).pace).toBe(1);
    const longer = { start: '2024-06-30', end: '2024-07-01' };
    expect(at(number(1), '2024-06-30', '2024-06-30', longer).pace).toBe(2);
  });

  test('is green up to the target and red above where lower is better, whatever the time', () => {
    expect(at(number(1, true), '2024-06-30').light).toBe('green');
    expect(at(number(0.1, true), '2024-06-30').light).toBe('green');
    expect(at(number(1.01, true), '2024-06-30').light).toBe('red');
  });

  test('of words is that of their band', () => {
    const lightsOf = scoring.bands.map((band) => {
      const words: CellShare = {
        known: true,
        share: band.taken,
        ratio: null,
        working: { kind: 'words', band, found: '' },
      };
      return at(words, '2024-06-30').light;
    });
    expect(lightsOf).toEqual(['green', 'yellow', 'red']);
  });

  test('needs both ends of the project', () => {
    expect(at(number(1), '2024-06-30', '2024-06-30', { start: null, end: '2024-12-31' }).reason).toBe(
      'no_period',
    );
    expect(at(number(1), '2024-06-30', '2024-06-30', { start: '2024-01-01', end: null }).reason).toBe(
      'no_period',
    );
  });
});

describe('the worst of some lights', () => {
  test('is never better than any of them, and nothing unknown passes for good', () => {
    expect(worstLight(['green', 'blue', 'grey'])).toBe('grey');
    expect(worstLight(['grey', 'yellow'])).toBe('yellow');
    expect(worstLight(['grey', 'yellow', 'red', 'blue'])).toBe('red');
    expect(worstLight(['blue', 'green'])).toBe('green');
    expect(worstLight([])).toBe('grey');
    for (const light of lights) expect(worstLight([light])).toBe(light);
  });
});
