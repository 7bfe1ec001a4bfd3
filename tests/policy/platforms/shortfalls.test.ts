import { describe, expect, test } from 'vitest';
import type { FactValues } from '$lib/policy/conditions/condition';
import { readFacts } from '$lib/policy/conditions/read-conditions';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import { rulePlatform } from '$lib/policy/platforms/platform-ruling';
import type { PlatformLevel } from '$lib/policy/platforms/platforms';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import { shortfallOf } from '$lib/policy/platforms/shortfall';
import { levelThresholds, thresholdLines, thresholdState } from '$lib/policy/platforms/thresholds';
import { rulesFolder, yamlReader } from '$lib/policy/read-yaml';
import { mergedFacts } from '../case-conditions';
import { caseFiles } from '../rule-case';
import { edgesOf } from '../thresholds';

const rules = readPlatformRules();
const facts = readFacts(rulesFolder, yamlReader(rulesFolder));

function fulfilled({ id }: PlatformLevel): FactValues {
  const content = caseFiles.find((file) => file.content.item === id)?.content;
  if (!content) throw new Error(`no cases of ${id}`);
  return mergedFacts(content, facts);
}

/** Every edge of every level, with facts in which only this edge decides the test it stands in. */
const edges = [...rules.levels, rules.factory].flatMap((level) =>
  levelThresholds(level).map((threshold) => ({ level, threshold })),
);

const wantedOf = ({ threshold: { test: one } }: (typeof edges)[number]): number =>
  one.kind === 'amount' || one.kind === 'share' ? (one.bounds[0]?.value ?? 0) : 0;

/** The facts of a level with those of a threshold summing up to a value. */
function withSum(level: PlatformLevel, named: readonly string[], value: number): FactValues {
  const [first = '', ...others] = named;
  return { ...fulfilled(level), ...Object.fromEntries(others.map((id) => [id, 0])), [first]: value };
}

describe('what is missing to a threshold', () => {
  const amounts = edges.filter(({ threshold }) => threshold.test.kind === 'amount');

  test.each(
    amounts.map(
      (edge) => [`${edge.level.id} ${factsOfLook(edge.threshold.test).join(' + ')}`, edge] as const,
    ),
  )('%s: nothing at and above it, exactly one step below it', (_, edge) => {
    const { level, threshold } = edge;
    const named = factsOfLook(threshold.test);
    const wanted = wantedOf(edge);
    const at = (value: number) => shortfallOf(threshold.test, withSum(level, named, value));
    expect(at(wanted)).toBeNull();
    expect(at(wanted + 1)).toBeNull();
    expect(at(wanted - 1)).toEqual({
      kind: 'amount',
      facts: named,
      found: wanted - 1,
      wanted,
      short: 1,
    });
  });

  test('every number that the rules print is among the thresholds', () => {
    const printed = [...rules.levels, rules.factory].map(({ conditions }) =>
      conditions.flatMap((one) => edgesOf(one, facts)),
    );
    const numbers = [...rules.levels, rules.factory].map((level) => levelThresholds(level));
    expect(numbers.map((list) => list.length)).toEqual(printed.map((list) => list.length));
    expect(edges.length).toBe(6 + 12 + 36 + 4);
    expect(amounts.length).toBe(edges.length - 1);
  });

  test('a fifth of all developers from outside is enough, one person less is short by a hundredth or more', () => {
    const share = edges.find(({ threshold }) => threshold.test.kind === 'share');
    if (!share) throw new Error('no share among the thresholds');
    const at = (platform_outside_developers: number) =>
      shortfallOf(share.threshold.test, { platform_outside_developers, platform_developers: 10_000 });
    expect(at(2000)).toBeNull();
    expect(at(2001)).toBeNull();
    expect(at(1999)).toMatchObject({ kind: 'share', found: 19.99, wanted: 20, short: 0.01 });
  });

  test('a share just under its threshold never rounds to nothing missing', () => {
    const share = edges.find(({ threshold }) => threshold.test.kind === 'share');
    const found =
      share &&
      shortfallOf(share.threshold.test, {
        platform_outside_developers: 19_999_999,
        platform_developers: 100_000_000,
      });
    expect(found).toMatchObject({ short: 0.01 });
  });

  test('one of two numbers is enough: short of both, both are told as alternatives', () => {
    const [, industry] = rules.levels;
    const access = industry?.conditions.find(({ id }) => id === 'device-access');
    if (!access) throw new Error('no device access');
    expect(shortfallOf(access.test, { platform_devices: 1200, platform_data_points: 9999 })).toEqual({
      kind: 'any',
      parts: [
        { kind: 'amount', facts: ['platform_devices'], found: 1200, wanted: 1500, short: 300 },
        { kind: 'amount', facts: ['platform_data_points'], found: 9999, wanted: 10_000, short: 1 },
      ],
    });
    expect(shortfallOf(access.test, { platform_devices: 1500, platform_data_points: 0 })).toBeNull();
  });

  test('a number that nobody told is open, and never counts as 0', () => {
    const [enterprise] = rules.levels;
    const models = enterprise?.conditions.find(({ id }) => id === 'models');
    if (!models) throw new Error('no models');
    expect(shortfallOf(models.test, {})).toEqual({ kind: 'unknown', facts: ['platform_models'] });
    expect(shortfallOf(models.test, { platform_models: 0 })).toMatchObject({ short: 20 });
  });
});

describe('levels beside each other', () => {
  test('what is counted alike stands on one line, with the number of each level', () => {
    const line = thresholdLines(rules.levels).find(({ key }) => key === 'platform_managed_devices');
    expect(line?.levels.map((one) => one?.test.kind === 'amount' && one.test.bounds[0]?.value)).toEqual([
      30, 200, 2000,
    ]);
    const numbers = thresholdLines(rules.levels).flatMap(({ levels }) =>
      levels.filter((one) => one !== null),
    );
    expect(numbers.length).toBe(rules.levels.flatMap(levelThresholds).length);
  });

  test('a threshold without a value stays open', () => {
    const [first] = rules.levels.flatMap(levelThresholds);
    expect(first && thresholdState(first, {})).toBeNull();
  });

  test('from no level to the top: the next one is the one above the highest that is met', () => {
    const none = rulePlatform(rules, {});
    expect([none.highest, none.next?.level.id]).toEqual([null, 'platforms/2019/enterprise-level']);
    const [, industry, cross] = rules.levels;
    if (!industry || !cross) throw new Error('levels are missing');
    const middle = rulePlatform(rules, fulfilled(industry));
    expect([middle.highest?.id, middle.next?.level.id]).toEqual([industry.id, cross.id]);
    const top = rulePlatform(rules, fulfilled(cross));
    expect([top.highest?.id, top.next]).toEqual([cross.id, null]);
  });

  test('what is wanting is told in numbers', () => {
    const [, industry] = rules.levels;
    if (!industry) throw new Error('levels are missing');
    const { next } = rulePlatform(rules, { ...fulfilled(industry), platform_managed_devices: 1800 });
    expect(next?.lacks.map(({ shortfall }) => shortfall)).toContainEqual({
      kind: 'amount',
      facts: ['platform_managed_devices'],
      found: 1800,
      wanted: 2000,
      short: 200,
    });
  });
});
