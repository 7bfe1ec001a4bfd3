import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { attained, formulaOf, formulas } from '$lib/policy/scoring/attainment';

const number = z.number().nullable();
const caseSchema = z.strictObject({
  name: z.string(),
  direction: z.enum(['higher', 'lower', 'none']),
  reverse: z.enum(['linear', 'quotient']).default('linear'),
  target: number,
  actual: number,
  ratio: number.optional(),
  share: z.number().optional(),
  formula: z.enum(formulas).optional(),
  unknown: z.enum(['no_target', 'no_report', 'negative_target']).optional(),
});
const cases = z
  .array(caseSchema)
  .parse(parse(readFileSync('tests/policy/scoring/attainment.cases.yaml', 'utf8')));

describe('attainment, case by case', () => {
  test.each(cases)('$name', ({ direction, reverse, target, actual, ratio, share, formula, unknown }) => {
    const answer = attained(target, actual, direction, reverse);
    if (unknown) expect(answer).toEqual({ known: false, reason: unknown });
    else {
      expect(answer).toMatchObject({ known: true, ratio });
      expect(answer.known && answer.share).toBeCloseTo(share ?? NaN, 9);
      expect(formulaOf(target ?? NaN, actual ?? NaN, direction, reverse)).toBe(formula);
    }
  });

  test('no formula and no reason is without a case', () => {
    const worked = new Set(cases.map(({ formula }) => formula));
    expect(formulas.filter((formula) => !worked.has(formula))).toEqual([]);
    const reasons = cases.flatMap(({ unknown }) => unknown ?? []);
    expect(reasons.toSorted()).toEqual(['negative_target', 'no_report', 'no_target']);
  });

  test('no case is told twice', () => {
    const names = cases.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });
});

describe('attainment of any numbers', () => {
  const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
  const any = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  const way = fc.constantFrom('higher' as const, 'lower' as const, 'none' as const);
  const form = fc.constantFrom('linear' as const, 'quotient' as const);
  const shareOf = (...given: Parameters<typeof attained>): number => {
    const answer = attained(...given);
    if (!answer.known) throw new Error(answer.reason);
    return answer.share;
  };

  test('earns between nothing and all of its weight', () => {
    fc.assert(
      fc.property(amount, any, way, form, (target, actual, direction, reverse) => {
        const share = shareOf(target, actual, direction, reverse);
        return share >= 0 && share <= 1;
      }),
    );
  });

  test('never falls when a value gets better', () => {
    fc.assert(
      fc.property(amount, any, amount, way, form, (target, actual, more, direction, reverse) => {
        const before = shareOf(target, actual, direction, reverse);
        const after = shareOf(target, actual + more, direction, reverse);
        return direction === 'lower' ? after <= before : after >= before;
      }),
    );
  });

  test('earns all on the target itself, in every direction', () => {
    fc.assert(
      fc.property(
        amount,
        way,
        form,
        (target, direction, reverse) => shareOf(target, target, direction, reverse) === 1,
      ),
    );
  });
});
