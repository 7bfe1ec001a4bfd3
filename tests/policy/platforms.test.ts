import { describe, expect, test } from 'vitest';
import { readFacts } from '$lib/policy/conditions/read-conditions';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import { elementCoverage, highestLevel, levelStandings } from '$lib/policy/platforms/standing';
import { rulesFolder, yamlReader } from '$lib/policy/read-yaml';
import { bareThresholds, conditionAnswer, mergedFacts, testConditions } from './case-conditions';
import { caseFiles } from './rule-case';
import { edgesOf } from './thresholds';

const rules = readPlatformRules();
const facts = readFacts(rulesFolder, yamlReader(rulesFolder));
const all = [...rules.levels, rules.factory];

const casesOf = (id: string) => {
  const found = caseFiles.find(({ content }) => content.item === id)?.content;
  if (!found) throw new Error(`no cases of ${id}`);
  return found;
};

describe.each(all.map((level) => [level.id, level] as const))('%s', (id, level) => {
  const content = casesOf(id);
  testConditions(level, content, facts);

  test.each(content.cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const answers = Object.keys(one.expect).map((key) => [
      key,
      conditionAnswer(level, content, facts, one.with, key),
    ]);
    expect(Object.fromEntries(answers)).toEqual(one.expect);
  });

  test('every numeric threshold has a case at, one step below and one above', () => {
    expect(bareThresholds(level, content, facts)).toEqual([]);
  });
});

test('three levels with 6, 12 and 35 numbers, the factory with four', () => {
  const numbers = all.map(({ conditions }) => conditions.flatMap((one) => edgesOf(one, facts)).length);
  expect(numbers).toEqual([6, 12, 35, 4]);
});

describe('how a platform stands', () => {
  const industry = mergedFacts(casesOf('platforms/2019/industry-level'), facts);

  test('one that fulfils the industry level has that level, and lacks what the highest asks beyond it', () => {
    const standings = levelStandings(rules, industry);
    expect(highestLevel(standings)?.id).toBe('platforms/2019/industry-level');
    const lacking = standings[2]?.lacking.map(({ condition }) => condition.id) ?? [];
    expect(lacking).toEqual(expect.arrayContaining(['device-access', 'industries', 'staff']));
    expect(lacking).not.toContain('outside-developers');
  });

  test('nothing known is no level, and nothing is called missed', () => {
    const standings = levelStandings(rules, {});
    expect(highestLevel(standings)).toBeNull();
    expect(standings.map(({ eligibility }) => eligibility.answer)).toEqual([
      'undetermined',
      'undetermined',
      'undetermined',
    ]);
  });
});

describe('elements of a factory', () => {
  test('one element in each sub-class of the manufacturing system is enough, none is not', () => {
    const coverage = elementCoverage(rules, ['quality-inspection', 'plant-logistics', 'demand-forecast']);
    const asked = coverage.filter(({ enough }) => enough !== null);
    expect(asked.map(({ subclass, enough }) => [subclass.id, enough])).toEqual([
      ['shop-floor', true],
      ['production-management', true],
      ['business-management', false],
    ]);
  });

  test('an element that is not in the catalogue is refused', () => {
    expect(() => elementCoverage(rules, ['moon-landing'])).toThrow(RangeError);
  });

  test('ten elements of the manufacturing system, thirteen along the flows', () => {
    const count = (ids: string[]) =>
      rules.elements
        .filter(({ id }) => ids.includes(id))
        .flatMap(({ subclasses }) => subclasses.flatMap(({ elements }) => elements)).length;
    expect(count(['manufacturing-system'])).toBe(10);
    expect(count(['product', 'assets', 'commerce', 'cross-chain'])).toBe(13);
  });
});

test('both summary tables have eight columns; the metrics are facts of the forms', () => {
  expect(rules.summaryTables.map(({ columns }) => columns.length)).toEqual([8, 8]);
  const metrics = rules.metrics.flatMap((section) => section.facts);
  expect(metrics.length).toBeGreaterThan(90);
  expect(metrics.every((id) => facts.has(id))).toBe(true);
});
