import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lightOf, type Light } from '$lib/metrics/light';
import { worstFirst } from '$lib/metrics/targets/goal-light';
import type { AwardedRow, GoalRow } from '$lib/metrics/targets/goal-sql';
import { goalsOf } from '$lib/metrics/targets/project-goals';
import { readRulebook } from '$lib/policy/read-rules';
import { attained } from '$lib/policy/scoring/attainment';
import { defaultVariant, forms, rules } from './made-up-form';

const { lights: steps } = readRulebook();
const project: AwardedRow = {
  project_id: 'p1',
  name: '演示项目',
  recipient_name: '演示企业0001（南京）',
  guide_year: 2023,
  area_id: null,
  category_id: 'guides/2023/high-end-upgrade',
  variant_id: null,
  place_adcode: '320100',
  cluster_key: 'none',
  awarded_on: '2023-01-01',
  award_fen: 100,
  paid_fen: 50,
  start_date: '2024-01-01',
  end_date: '2024-12-31',
  is_terminated: false,
};
const emptyRow: GoalRow = {
  project_id: 'p1',
  guide_year: 2023,
  form_id: '1-1',
  indicator_key: '',
  own_name: null,
  own_unit: '项',
  target_number: null,
  target_text: null,
  actual_number: null,
  actual_text: null,
  period_end: null,
  before_number: null,
  before_text: null,
  before_end: null,
};
const quarters = ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'] as const;

interface Reported {
  target: number | null;
  actual: number | null;
  end: (typeof quarters)[number];
}
const reported = fc.record<Reported>({
  target: fc.option(fc.integer({ min: 0, max: 100 })),
  actual: fc.option(fc.integer({ min: -10, max: 200 })),
  end: fc.constantFrom(...quarters),
});

function goals(list: readonly Reported[], asOf: string) {
  const rows = list.map(({ target, actual, end }, index): GoalRow => ({
    ...emptyRow,
    indicator_key: `own/${index}`,
    own_name: `演示指标${index}`,
    target_number: target,
    actual_number: actual,
    period_end: actual === null ? null : end,
  }));
  const [one] = goalsOf([project], rows, {
    forms,
    scoring: rules,
    variant: defaultVariant,
    lights: steps,
    asOf,
  });
  if (!one) throw new Error('a project without goals');
  return one;
}

const rank = (light: Light): number => worstFirst.indexOf(light);
const asOfDay = fc.constantFrom('2024-01-01', '2024-04-30', '2024-12-31', '2025-01-30', '2026-06-30');

describe('the light of any project', () => {
  test('is never better than its worst indicator', () => {
    fc.assert(
      fc.property(fc.array(reported, { minLength: 1, maxLength: 8 }), asOfDay, (list, asOf) => {
        const { goal, indicators } = goals(list, asOf);
        return indicators.every(({ light }) => rank(goal) <= rank(light.light));
      }),
    );
  });

  test('does not get better when one more indicator is added', () => {
    fc.assert(
      fc.property(
        fc.array(reported, { minLength: 1, maxLength: 6 }),
        reported,
        asOfDay,
        (list, more, asOf) => {
          return rank(goals([...list, more], asOf).goal) <= rank(goals(list, asOf).goal);
        },
      ),
    );
  });

  test('is never green or blue while a report is missing', () => {
    fc.assert(
      fc.property(fc.array(reported, { minLength: 1, maxLength: 8 }), asOfDay, (list, asOf) => {
        if (list.every(({ actual, target }) => actual !== null && target !== null)) return true;
        return !['green', 'blue'].includes(goals(list, asOf).goal);
      }),
    );
  });
});

test('a pace that meets a step exactly is not lost to binary division, whatever the days and the numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 1, max: 1000 }), (days, times) => {
      // Target 366 × 5 × n, actual 4 × days × n: exactly 80 % of what the time gone asks for.
      const answer = attained(366 * 5 * times, 4 * days * times, 'higher', 'linear');
      return answer.known && lightOf((answer.ratio ?? NaN) / (days / 366), steps) === 'green';
    }),
  );
  expect(steps.yellowBelow).toBe(0.8);
});
