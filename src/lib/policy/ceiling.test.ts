import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyCeiling, type CeilingFacts } from './ceiling';
import { categoryById, subsidyOf } from './look-up';
import { readRulebook } from './read-rules';

const rulebook = readRulebook();
const wan = 1_000_000;

const standard = (slug: string, variantId: string | null = null) => {
  const category = categoryById(rulebook, `guides/${slug}`);
  if (!category) throw new Error(`no item ${slug}`);
  return subsidyOf(category, variantId);
};

/** Amounts in 分. */
const ceilingOf = (
  slug: string,
  bases: CeilingFacts['bases'],
  total: number | null = null,
  variant?: string,
) => policyCeiling(standard(slug, variant ?? null), { bases, totalInvestmentFen: total }, rulebook.bases);

describe('a rate with a cap: 20 % of the input, at most 2000 万元', () => {
  test.each([
    [10_000 * wan - 5, 2000 * wan - 1, 'rate'],
    [10_000 * wan, 2000 * wan, 'cap'],
    [10_000 * wan + 5, 2000 * wan, 'cap'],
    [11_000 * wan, 2000 * wan, 'cap'],
  ] as const)('an input of %i 分 gives %i 分, set by the %s', (input, fen, bound) => {
    const { known } = ceilingOf('2023/green-upgrade', { total_input: input });
    expect(known).toMatchObject({ fen, bound, upperEstimate: false });
  });

  test('it is cut down to whole 分 and an input of nothing gives nothing', () => {
    expect(ceilingOf('2023/green-upgrade', { total_input: 9 }).known?.fen).toBe(1);
    expect(ceilingOf('2023/mergers-acquisitions', { cash_consideration: 0 }).known?.fen).toBe(0);
  });

  test('the working names base, percent and part', () => {
    const { known } = ceilingOf('2023/green-upgrade', { total_input: 100 });
    expect(known?.working).toEqual([
      {
        componentId: 'total-input',
        baseId: 'total_input',
        baseFen: 100,
        percent: 20,
        partFen: 20,
        estimated: false,
      },
    ]);
  });
});

describe('two rates added: 20 % of hardware and software, 40 % of interest, together at most 500 万元', () => {
  const sum = (hardware: number, interest: number) =>
    ceilingOf('2023/specialised-sme', { hardware_software_input: hardware, loan_interest: interest }).known;

  test('the sum meets the cap exactly at 500 万元', () => {
    expect(sum(2000 * wan, 250 * wan)).toMatchObject({ fen: 500 * wan, bound: 'cap' });
    expect(sum(2000 * wan - 5, 250 * wan)).toMatchObject({ fen: 500 * wan - 1, bound: 'rate' });
    expect(sum(2000 * wan + 5, 250 * wan)).toMatchObject({ fen: 500 * wan, bound: 'cap' });
  });

  test('estimated from one declared total, the higher rate counts once', () => {
    const { known } = ceilingOf('2023/specialised-sme', {}, 1000 * wan);
    expect(known).toMatchObject({ fen: 400 * wan, upperEstimate: true, bound: 'rate' });
  });
});

describe('two phases: 30 % of the budget up to 2000 万元, then up to 1000 万元', () => {
  test.each([
    [6666 * wan, 1999.8 * wan + 1000 * wan, 'rate'],
    [7000 * wan, 3000 * wan, 'cap'],
  ] as const)('a budget of %i 分 gives %i 分', (budget, fen, bound) => {
    const { known } = ceilingOf('2023/it-innovation-pilot-zone', { pilot_zone_budget: budget });
    expect(known).toMatchObject({ fen, bound, secondPhaseFen: 1000 * wan });
  });

  test('a laboratory at its smallest budget already reaches both caps', () => {
    const at = (budget: number) =>
      ceilingOf('2023/it-innovation-laboratory', { laboratory_budget: budget }).known?.fen;
    expect(at(1000 * wan)).toBe(500 * wan);
    expect(at(1000 * wan - 10)).toBe(500 * wan - 3);
  });
});

test('a set amount is the ceiling whatever the input, and so is a bare cap', () => {
  const node = ceilingOf('2023/identifier-resolution', {}, null, 'secondary-node').known;
  expect(node).toMatchObject({ fen: 400 * wan, bound: 'fixed', working: [] });
  expect(ceilingOf('2020/innovation-centre-development', {}).known).toMatchObject({
    fen: 1000 * wan,
    bound: 'cap',
  });
});

test('actual spending counts in full up to the cap', () => {
  const at = (spent: number) => ceilingOf('2023/talent-training', { training_spend: spent }).known;
  expect(at(300 * wan - 1)).toMatchObject({ fen: 300 * wan - 1, bound: 'actual' });
  expect(at(300 * wan)).toMatchObject({ fen: 300 * wan, bound: 'cap' });
  expect(at(300 * wan + 1)).toMatchObject({ fen: 300 * wan, bound: 'cap' });
});

describe('what cannot be computed says why', () => {
  test('a separate notice gives no amount, never 0', () => {
    const ceiling = ceilingOf('2023/free-diagnosis', {}, 1000 * wan);
    expect(ceiling.known).toBeNull();
    expect(ceiling.gap).toMatchObject({ kind: 'no_standard' });
  });

  test('a missing base that nothing may stand in for is named', () => {
    expect(ceilingOf('2023/cluster-promotion-bodies', {}, 1000 * wan).gap).toEqual({
      kind: 'missing_base',
      baseIds: ['cluster_service_revenue'],
    });
    expect(ceilingOf('2023/green-upgrade', { total_input: null }).gap).toEqual({
      kind: 'missing_base',
      baseIds: ['total_input'],
    });
  });

  test('a negative base is named', () => {
    expect(ceilingOf('2023/green-upgrade', { total_input: -1 }).gap).toEqual({
      kind: 'negative_base',
      baseIds: ['total_input'],
    });
  });
});

test('the declared total investment stands in as an upper estimate, the base itself wins over it', () => {
  expect(ceilingOf('2023/green-upgrade', {}, 5000 * wan).known).toMatchObject({
    fen: 1000 * wan,
    upperEstimate: true,
  });
  expect(ceilingOf('2023/green-upgrade', { total_input: 4000 * wan }, 5000 * wan).known).toMatchObject({
    fen: 800 * wan,
    upperEstimate: false,
  });
});

describe('for every standard of every guide', () => {
  const subsidies = rulebook.guides.flatMap((guide) =>
    guide.categories.flatMap((category) =>
      [null, ...category.variants.map((variant) => variant.id)].map((id) => subsidyOf(category, id)),
    ),
  );
  const computable = subsidies.filter((subsidy) => subsidy.components.length > 0);
  const amount = fc.integer({ min: 0, max: 500_000 * wan });
  const amounts = fc.array(amount, { minLength: 2, maxLength: 2 });
  const total = fc.option(amount, { nil: null });
  const known = (subsidy: (typeof subsidies)[number], given: number[], totalInvestmentFen: number | null) => {
    const bases = Object.fromEntries(subsidy.components.map((one, index) => [one.baseId, given[index]]));
    return policyCeiling(subsidy, { bases, totalInvestmentFen }, rulebook.bases).known?.fen ?? Number.NaN;
  };

  test('the ceiling is a whole number of 分 and never above the cap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...computable), amounts, total, (subsidy, given, investment) => {
        const fen = known(subsidy, given, investment);
        expect(Number.isInteger(fen)).toBe(true);
        expect(fen).toBeLessThanOrEqual(subsidy.capFen?.value ?? Number.NaN);
      }),
    );
  });

  test('raising a base never lowers the ceiling', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...computable),
        amounts,
        fc.nat(1),
        amount,
        (subsidy, given, which, more) => {
          const raised = given.map((one, index) => (index === which ? one + more : one));
          expect(known(subsidy, raised, null)).toBeGreaterThanOrEqual(known(subsidy, given, null));
        },
      ),
    );
  });

  test('the estimate from the declared total is never below the true ceiling', () => {
    fc.assert(
      fc.property(fc.constantFrom(...computable), amounts, (subsidy, given) => {
        const spent = subsidy.components.reduce((sum, _, index) => sum + (given[index] ?? 0), 0);
        const estimate = policyCeiling(subsidy, { bases: {}, totalInvestmentFen: spent }, rulebook.bases);
        if (estimate.known) expect(estimate.known.fen).toBeGreaterThanOrEqual(known(subsidy, given, null));
      }),
    );
  });
});
