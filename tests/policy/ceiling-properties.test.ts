import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyCeiling, type CeilingFacts } from '$lib/policy/ceiling';
import { readRulebook } from '$lib/policy/read-rules';
import type { Subsidy, SubsidyBase } from '$lib/policy/rulebook';
import { subsidiesOf } from '$lib/policy/sql/fact-types';
import { planTranches } from '$lib/policy/tranche-plan';
import { madeUpBases, madeUpItems } from './made-up-item';

const rulebook = readRulebook();

interface Standard {
  subsidy: Subsidy;
  bases: SubsidyBase[];
}

const printed: [name: string, standard: Standard][] = rulebook.guides
  .filter((guide) => guide.copyOf === null)
  .flatMap((guide) => guide.categories)
  .flatMap((category) =>
    subsidiesOf(category).map(({ variantId, subsidy }): [string, Standard] => [
      variantId === null ? category.id : `${category.id}, ${variantId}`,
      { subsidy, bases: rulebook.bases },
    ]),
  );

const madeUp: [name: string, standard: Standard][] = madeUpItems
  .slice(0, 1)
  .flatMap(([, category]) =>
    subsidiesOf(category).map(({ variantId, subsidy }): [string, Standard] => [
      `made up, ${variantId ?? 'three bases'}`,
      { subsidy, bases: madeUpBases },
    ]),
  );

const standards = [...printed, ...madeUp];

/** Up to 100 亿元; half of them small, where cutting to whole 分 shows. */
const amount = fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: 1_000_000_000_000 }));
const maybe = fc.option(amount);

const factsFor = ({ components }: Subsidy): fc.Arbitrary<CeilingFacts> =>
  fc.record({
    bases: fc.record(Object.fromEntries(components.map(({ baseId }) => [baseId, maybe]))),
    totalInvestmentFen: maybe,
  });

const ceilingOf = ({ subsidy, bases }: Standard, facts: CeilingFacts): number | null =>
  policyCeiling(subsidy, facts, bases).known?.fen ?? null;

/** Each amount that is known, raised alone. */
function raised(facts: CeilingFacts, by: number): CeilingFacts[] {
  const inBases = Object.entries(facts.bases).flatMap(([id, fen]) =>
    typeof fen === 'number' ? [{ ...facts, bases: { ...facts.bases, [id]: fen + by } }] : [],
  );
  const { totalInvestmentFen } = facts;
  return totalInvestmentFen === null
    ? inBases
    : [...inBases, { ...facts, totalInvestmentFen: totalInvestmentFen + by }];
}

describe.each(standards)('%s', (_, standard) => {
  const { subsidy } = standard;
  const facts = factsFor(subsidy);

  test('raising an amount never lowers the ceiling', () => {
    fc.assert(
      fc.property(facts, amount, (given, by) => {
        const before = ceilingOf(standard, given);
        if (before === null) return;
        for (const more of raised(given, by)) {
          expect(ceilingOf(standard, more)).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test('the ceiling is a whole number of 分, from 0 to the cap', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const ceiling = ceilingOf(standard, given);
        if (ceiling === null) return;
        expect(Number.isSafeInteger(ceiling)).toBe(true);
        expect(ceiling).toBeGreaterThanOrEqual(0);
        expect(ceiling).toBeLessThanOrEqual(subsidy.capFen?.value ?? Number.MAX_SAFE_INTEGER);
      }),
    );
  });

  test('the tranches of any award sum to it and none is negative', () => {
    fc.assert(
      fc.property(amount, (award) => {
        const planned = planTranches(subsidy, award).map(({ plannedFen }) => plannedFen);
        expect(planned.reduce((sum, fen) => sum + fen, 0)).toBe(award);
        expect(Math.min(...planned)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('where the scheme is left to a separate notice nothing is computed, whatever is known', () => {
  const notices = standards.filter(([, { subsidy }]) => subsidy.kind === 'unknown');
  expect(notices.length).toBeGreaterThan(0);
  for (const [, standard] of notices) {
    fc.assert(
      fc.property(amount, (total) => {
        const { known, gap } = policyCeiling(
          standard.subsidy,
          { bases: {}, totalInvestmentFen: total },
          standard.bases,
        );
        expect({ known, gap: gap?.kind }).toEqual({ known: null, gap: 'no_standard' });
      }),
    );
  }
});
