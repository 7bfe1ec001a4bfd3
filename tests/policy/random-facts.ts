import fc from 'fast-check';
import { addDays, addMonths } from '$lib/domain/calendar';
import type { Bound, FactValue, FactValues, ItemConditions, Test } from '$lib/policy/conditions/condition';
import type { Category, Subsidy } from '$lib/policy/rulebook';
import { subsidiesOf, type FactColumn } from '$lib/policy/sql/fact-types';

/**
 * Facts that lie where answers turn: on every edge of an item's conditions and ceilings, a step to either side of
 * it, anywhere else, or nowhere.
 */

type Pools = Map<string, FactValue[]>;

const looksOf = (test: Test): Test[] => {
  if (test.kind === 'not') return looksOf(test.test);
  if (test.kind === 'all' || test.kind === 'any' || test.kind === 'count') return test.tests.flatMap(looksOf);
  return [test];
};

export const looksOfItem = (item: ItemConditions): Test[] =>
  item.conditions.flatMap(({ when, test }) => [...(when ? looksOf(when) : []), ...looksOf(test)]);

const around = (value: number, type: FactColumn['type']): number[] => {
  const step = type === 'BIGINT' ? 1 : 0.01;
  return [value - step, value, value + step].filter((one) => one >= 0 || type === 'BIGINT');
};

/** Bases at which a standard's ceiling turns: where the cap, a part's cap or a rounding binds. */
function turningBases(subsidy: Subsidy): { fact: string; value: number }[] {
  return subsidy.components.flatMap(({ baseId, percent, capFen }) =>
    [subsidy.capFen?.value ?? null, capFen].flatMap((cap) =>
      cap === null ? [] : [{ fact: baseId, value: Math.ceil((cap * 100) / percent) }],
    ),
  );
}

function addEdges(pools: Pools, look: Test, types: ReadonlyMap<string, FactColumn['type']>): void {
  const add = (fact: string, values: FactValue[]) => pools.get(fact)?.push(...values);
  if (look.kind === 'amount')
    for (const fact of look.facts)
      add(
        fact,
        look.bounds.flatMap(({ value }) => around(value, types.get(fact) ?? 'DOUBLE')),
      );
  if (look.kind === 'date')
    for (const edge of [look.from, look.to])
      if (edge) add(look.fact, [addDays(edge.day, -1), edge.day, addDays(edge.day, 1)]);
  if (look.kind === 'one_of') add(look.fact, look.options);
}

function poolsOf(category: Category, item: ItemConditions, asked: readonly FactColumn[]): Pools {
  const starting: Record<FactColumn['type'], FactValue[]> = {
    BIGINT: [0, 1, 99, 100_000_001, 2_147_483_648, 999_999_999_999, -1],
    DOUBLE: [0, 0.07, 1, 2, 49.99, 100],
    DATE: ['2020-02-29', '2021-12-31', '2022-06-30', '2024-01-31'],
    BOOLEAN: [true, false],
    VARCHAR: ['enterprise', 'nobody’s', "it's"],
  };
  const pools: Pools = new Map(
    asked.map(({ id, type, fact }) => [
      id,
      [...starting[type], ...(fact?.options.map((one) => one.id) ?? [])],
    ]),
  );
  pools.get('variant')?.push(...category.variants.map((variant) => variant.id));
  const types = new Map(asked.map(({ id, type }) => [id, type]));
  for (const look of looksOfItem(item)) addEdges(pools, look, types);
  for (const { subsidy } of subsidiesOf(category))
    for (const { fact, value } of turningBases(subsidy)) {
      pools.get(fact)?.push(...around(value, 'BIGINT'));
      pools.get('declared_total_investment')?.push(...around(value, 'BIGINT'));
    }
  return pools;
}

const pick = <T>(values: readonly T[], chance: number): T | null =>
  values[Math.min(values.length - 1, Math.floor(chance * values.length))] ?? null;

const boundAt = (bounds: readonly Bound[], chance: number): number => pick(bounds, chance)?.value ?? 0;

/** Sets the last fact of a look that compares facts with each other so that it lies on the edge or beside it. */
function onTheEdge(
  look: Test,
  facts: FactValues,
  step: number,
  chance: number,
): [fact: string, value: FactValue] | null {
  const numberAt = (fact: string) => Number(facts[fact] ?? 0);
  if (look.kind === 'amount' && look.facts.length > 1) {
    const [last, ...others] = [...look.facts].reverse();
    const rest = others.reduce((sum, fact) => sum + numberAt(fact), 0);
    return last ? [last, Math.round((boundAt(look.bounds, chance) - rest + step) * 100) / 100] : null;
  }
  if (look.kind === 'share') {
    const whole = numberAt(look.whole);
    return [look.part, Math.round((whole * boundAt(look.bounds, chance)) / 100) + step];
  }
  const from = look.kind === 'duration' ? facts[look.from] : null;
  if (look.kind === 'duration' && typeof from === 'string')
    return [look.to, addDays(addMonths(from, boundAt(look.bounds, chance)), step)];
  return null;
}

/** Random facts of one item's projects. */
export function factsArbitrary(
  category: Category,
  item: ItemConditions,
  asked: readonly FactColumn[],
): fc.Arbitrary<FactValues> {
  const pools = poolsOf(category, item, asked);
  const comparing = looksOfItem(item).filter(
    (look) =>
      look.kind === 'share' || look.kind === 'duration' || (look.kind === 'amount' && look.facts.length > 1),
  );
  const values = asked.map(({ id, type }) => {
    const known = fc.constantFrom(...(pools.get(id) ?? [null]));
    const anything = type === 'BIGINT' ? fc.integer({ min: 0, max: 50_000_000_000 }) : known;
    return fc.oneof(
      { arbitrary: known, weight: 5 },
      { arbitrary: anything, weight: 1 },
      { arbitrary: fc.constant(null), weight: 1 },
    );
  });
  const nudge = fc.record({
    on: fc.boolean(),
    step: fc.integer({ min: -1, max: 1 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  return fc.tuple(fc.tuple(...values), fc.tuple(...comparing.map(() => nudge))).map(([found, nudges]) => {
    const facts: Record<string, FactValue> = Object.fromEntries(
      asked.map(({ id }, index) => [id, found[index] ?? null]),
    );
    comparing.forEach((look, index) => {
      const wanted = nudges[index];
      const edge = wanted?.on ? onTheEdge(look, facts, wanted.step, wanted.at) : null;
      if (edge) facts[edge[0]] = edge[1];
    });
    return facts;
  });
}
