import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { shareOfTimeGone } from '$lib/domain/calendar';
import { lights } from '$lib/metrics/light';
import { goalLight, lastDueQuarter } from '$lib/metrics/targets/goal-light';
import { readRulebook } from '$lib/policy/read-rules';
import { cellShare } from '$lib/policy/scoring/indicator-share';
import { ownCell } from '$lib/policy/scoring/own-cell';
import { rules } from './made-up-form';

const day = z.iso.date();
const caseSchema = z.strictObject({
  name: z.string(),
  as_of: day,
  start: day,
  end: day,
  reported: day.nullable(),
  target: z.number(),
  actual: z.number().nullable(),
  /** Days gone, of how many. */
  time: z.tuple([z.number(), z.number()]).optional(),
  pace: z.number().optional(),
  light: z.enum(lights),
  reason: z.string().optional(),
});
const cases = z
  .array(caseSchema)
  .parse(parse(readFileSync('tests/policy/scoring/periods.cases.yaml', 'utf8')));
const steps = readRulebook().lights;
const cell = ownCell({ year: 2023, form: '1-1', key: 'own/1', name: '演示指标', unit: '项' });
const number = (value: number | null) => (value === null ? null : { number: value, text: null });

describe('a report and the day that it is looked at, case by case', () => {
  test.each(cases)('$name', ({ as_of: asOf, start, end, reported, target, actual, time, ...expected }) => {
    const share = cellShare(cell, number(target), number(actual), rules, { reverse: 'linear' });
    const due = lastDueQuarter(asOf, rules.reporting);
    const answer = goalLight({ share, grows: true }, reported, { start, end }, due, steps);
    expect([answer.light, answer.reason]).toEqual([expected.light, expected.reason ?? null]);
    if (time && reported) {
      expect(shareOfTimeGone(reported, start, end)).toBeCloseTo(time[0] / time[1], 12);
      expect(answer.pace).toBeCloseTo(expected.pace ?? NaN, 8);
    }
  });

  test('every light has a case, and the first and the last day of a period have', () => {
    expect(lights.filter((light) => !cases.some((one) => one.light === light))).toEqual([]);
    expect(cases.some(({ time }) => time?.[0] === 1)).toBe(true);
    expect(cases.some(({ as_of, end }) => as_of === end)).toBe(true);
    expect(cases.some(({ start }) => start.endsWith('02-29'))).toBe(true);
  });
});
