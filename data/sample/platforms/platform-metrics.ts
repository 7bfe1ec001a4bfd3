import type { Condition, Test } from '$lib/policy/conditions/condition';
import type { PlatformRules } from '$lib/policy/platforms/platforms';
import { levelThresholds } from '$lib/policy/platforms/thresholds';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import type { Random } from '../random';
import type { LevelName, PlatformDemo } from './platform-parameters';

/** A reported fact, before its platform and place are known. */
export interface Told {
  fact_id: string;
  value_number: number | null;
  value_text: string | null;
}

export const numberTold = (fact_id: string, value_number: number): Told => ({
  fact_id,
  value_number,
  value_text: null,
});
export const answerTold = (fact_id: string, holds: boolean): Told => ({
  fact_id,
  value_number: null,
  value_text: holds ? 'yes' : 'no',
});

/** Facts that a test asks to hold. */
export function heldFacts(test: Test): string[] {
  if (test.kind === 'holds') return [test.fact];
  if (test.kind === 'not') return heldFacts(test.test);
  return 'tests' in test ? test.tests.flatMap(heldFacts) : [];
}

const order: readonly LevelName[] = ['enterprise', 'industry', 'cross-industry'];
const rankOf = (level: LevelName | null): number => (level === null ? -1 : order.indexOf(level));

/** What each level asks of one fact, from the lowest to the highest; null where it asks nothing. */
function thresholdsOf({ levels }: PlatformRules): Map<string, (number | null)[]> {
  const asked = new Map<string, (number | null)[]>();
  for (const [rank, level] of levels.entries()) {
    for (const { test } of levelThresholds(level)) {
      if (test.kind !== 'amount') continue;
      // A sum is asked of its facts together: each alone reaches it here.
      for (const fact of factsOfLook(test)) {
        const own = asked.get(fact) ?? levels.map(() => null);
        own[rank] = test.bounds[0]?.value ?? null;
        asked.set(fact, own);
      }
    }
  }
  return asked;
}

/** A value that reaches what the level asks and mostly stays under what the next one asks. */
function drawNumber(random: Random, asked: readonly (number | null)[], rank: number): number {
  const reached = Math.max(0, ...asked.slice(0, rank + 1).map((value) => value ?? 0));
  const higher = asked.slice(rank + 1).find((value) => value !== null && value > reached) ?? null;
  if (reached === 0) return Math.floor((higher ?? 1) * random.between(0.2, 0.85));
  const room =
    higher === null ? reached * random.between(0.05, 0.9) : (higher - reached) * random.between(0.02, 0.5);
  return Math.max(reached, Math.round(reached + room));
}

function numbersTold(random: Random, demo: PlatformDemo, rules: PlatformRules): Told[] {
  const rank = rankOf(demo.builtFor);
  const target = Math.max(0, demo.applied === 'incubation' ? rank : rankOf(demo.applied));
  return [...thresholdsOf(rules)].flatMap(([fact, asked]) => {
    const value = drawNumber(random.fork(fact), asked, rank);
    if (demo.silent?.includes(fact) === true) return [];
    const wanted = asked[target] ?? null;
    if (wanted !== null && demo.exact?.includes(fact) === true) return [numberTold(fact, wanted)];
    if (wanted !== null && demo.below?.includes(fact) === true) return [numberTold(fact, wanted - 1)];
    return [numberTold(fact, value)];
  });
}

function answersTold(random: Random, demo: PlatformDemo, { levels }: PlatformRules): Told[] {
  const rank = rankOf(demo.builtFor);
  const askedFrom = new Map<string, number>();
  for (const [place, { conditions }] of levels.entries())
    for (const fact of conditions.flatMap(({ test }: Condition) => heldFacts(test)))
      if (!askedFrom.has(fact)) askedFrom.set(fact, place);
  return [...askedFrom].flatMap(([fact, lowest]) => {
    const drawn = random.fork(fact).next();
    if (demo.silent?.includes(fact) === true) return [];
    if (demo.lacks?.includes(fact) === true) return [answerTold(fact, false)];
    if (fact === 'sound_finances_and_credit' || lowest <= rank) return [answerTold(fact, true)];
    // What lies above its level is had, wanting or left blank.
    return drawn < 0.12 ? [] : [answerTold(fact, drawn < 0.55)];
  });
}

/** All developers: those of its own and those from outside, who are a fifth or more where the platform is open. */
const developers = (random: Random, outside: number, isOpen: boolean): number =>
  Math.round(outside / (isOpen ? random.between(0.22, 0.6) : random.between(0.08, 0.35)));

/** What a platform reports in its application form, around what the levels ask. */
export function platformMetrics(random: Random, demo: PlatformDemo, rules: PlatformRules): Told[] {
  const numbers = numbersTold(random.fork('numbers'), demo, rules);
  const outside = numbers.find(({ fact_id }) => fact_id === 'platform_outside_developers')?.value_number ?? 0;
  const all = developers(random.fork('developers'), outside, demo.builtFor === 'cross-industry');
  return [
    ...numbers,
    numberTold('platform_developers', all),
    ...answersTold(random.fork('answers'), demo, rules),
  ];
}
