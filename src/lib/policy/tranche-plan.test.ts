import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryById, subsidyOf } from './look-up';
import { readRulebook } from './read-rules';
import { planTranches } from './tranche-plan';

const rulebook = readRulebook();
const wan = 1_000_000;

const standard = (slug: string, variantId: string | null = null) => {
  const category = categoryById(rulebook, `guides/${slug}`);
  if (!category) throw new Error(`no item ${slug}`);
  return subsidyOf(category, variantId);
};
const plannedWan = (slug: string, awardWan: number, variantId: string | null = null) =>
  planTranches(standard(slug, variantId), awardWan * wan).map((tranche) => tranche.plannedFen / wan);

test('half on the award and the rest on acceptance', () => {
  expect(plannedWan('2023/green-upgrade', 2000)).toEqual([1000, 1000]);
  const plan = planTranches(standard('2023/green-upgrade'), 101);
  expect(plan).toEqual([
    { sequence: 1, kind: 'first', on: 'award', plannedFen: 50 },
    { sequence: 2, kind: 'final', on: 'acceptance', plannedFen: 51 },
  ]);
});

test('a standard without tranches plans one payment on the award', () => {
  expect(planTranches(standard('2023/smart-demonstration-factory'), 7)).toEqual([
    { sequence: 1, kind: 'first', on: 'award', plannedFen: 7 },
  ]);
});

test('a set first payment of 100 万元 is paid up to the award', () => {
  expect(plannedWan('2023/identifier-resolution', 400, 'secondary-node')).toEqual([100, 300]);
  expect(plannedWan('2020/solution-providers', 101)).toEqual([100, 1]);
  expect(plannedWan('2020/solution-providers', 100)).toEqual([100, 0]);
  expect(plannedWan('2020/solution-providers', 99)).toEqual([99, 0]);
});

describe('a first phase is at most its cap', () => {
  test.each([
    [1999, [1999, 0]],
    [2000, [2000, 0]],
    [2001, [2000, 1]],
    [3000, [2000, 1000]],
  ])('an award of %i 万元 gives %j', (award, planned) => {
    expect(plannedWan('2023/it-innovation-pilot-zone', award)).toEqual(planned);
  });
});

test('a negative or fractional award is refused, an award of nothing is planned as nothing', () => {
  expect(() => planTranches(standard('2023/green-upgrade'), -1)).toThrow(RangeError);
  expect(() => planTranches(standard('2023/green-upgrade'), 0.5)).toThrow(RangeError);
  expect(plannedWan('2023/green-upgrade', 0)).toEqual([0, 0]);
});

test('the planned payments of every standard sum to the award, and none is negative', () => {
  const subsidies = rulebook.guides.flatMap((guide) =>
    guide.categories.flatMap((category) =>
      [null, ...category.variants.map((variant) => variant.id)].map((id) => subsidyOf(category, id)),
    ),
  );
  const award = fc.integer({ min: 0, max: 1_000_000 * wan });
  fc.assert(
    fc.property(fc.constantFrom(...subsidies), award, (subsidy, fen) => {
      const planned = planTranches(subsidy, fen).map((tranche) => tranche.plannedFen);
      expect(planned.reduce((sum, one) => sum + one, 0)).toBe(fen);
      expect(Math.min(...planned)).toBeGreaterThanOrEqual(0);
    }),
  );
});
