import { describe, expect, test } from 'vitest';
import { readFacts } from '$lib/policy/conditions/read-conditions';
import type { PlatformLevel } from '$lib/policy/platforms/platforms';
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

test('three levels with 6, 12 and 35 printed numbers, the factory with two', () => {
  const numbers = all.map(({ conditions }) => conditions.flatMap((one) => edgesOf(one, facts)).length);
  // One printed 3 is asked of models and of apps; 每个子类至少符合一项 of three sub-classes.
  expect(numbers).toEqual([6, 12, 35 + 1, 1 + 3]);
});

test('every part of annex 3 is asked of each level, its soft clauses included', () => {
  const parts = (level: PlatformLevel) => [
    ...new Set(level.conditions.map(({ source }) => source.section).filter((one) => one.startsWith('附件3'))),
  ];
  expect(rules.levels.map((level) => parts(level).sort())).toEqual(
    [
      ['三/（一）1', '三/（一）2', '三/（一）3', '三/（一）4', '三/（二）', '三/（三）1', '三/（三）2'],
      [
        ...[1, 2, 3, 4, 5].map((part) => `二/（一）${part}`),
        ...[1, 2, 3].map((part) => `二/（二）${part}`),
        ...[1, 2].map((part) => `二/（三）${part}`),
      ],
      [
        ...[1, 2, 3, 4, 5].map((part) => `一/（一）${part}`),
        ...[1, 2, 3].map((part) => `一/（二）${part}`),
        ...[1, 2].map((part) => `一/（三）${part}`),
        ...[1, 2, 3].map((part) => `一/（四）${part}`),
      ],
    ].map((sections) => sections.map((section) => `附件3 ${section}`).sort()),
  );
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

  test('numbers alone do not make a level: clauses that nobody has answered leave it open', () => {
    const onlyNumbers = Object.fromEntries(
      Object.entries(industry).filter(([, value]) => typeof value === 'number'),
    );
    const [enterprise, ofIndustry] = levelStandings(rules, onlyNumbers);
    expect(ofIndustry?.eligibility.answer).toBe('undetermined');
    expect(ofIndustry?.lacking.map(({ condition }) => condition.id)).not.toContain('device-access');
    expect(enterprise?.lacking.map(({ condition }) => condition.id)).toContain('security');
  });

  test('a level says which facts would settle it', () => {
    const [, standing] = levelStandings(rules, { ...industry, platform_staff: null });
    expect(standing?.eligibility.answer).toBe('undetermined');
    expect(standing?.eligibility.missing).toEqual(['platform_staff']);
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

  test('one in each of the three sub-classes is enough for all of them', () => {
    const coverage = elementCoverage(rules, ['quality-inspection', 'plant-logistics', 'inventory']);
    expect(coverage.map(({ enough }) => enough).filter((one) => one !== null)).toEqual([true, true, true]);
  });

  test('the form offers boxes under networks, platforms and security', () => {
    const basic = rules.elements.find(({ id }) => id === 'basic-technology');
    const boxes = basic?.subclasses.flatMap(({ elements }) =>
      elements.map(({ choices }) => choices.flatMap(({ items }) => items).length),
    );
    expect(boxes).toEqual([14, 2, 12]);
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

test('both summary tables have eight columns, alike but for the third', () => {
  const headers = rules.summaryTables.map(({ columns }) => columns.map(({ header }) => header));
  expect(headers.map((row) => row.length)).toEqual([8, 8]);
  expect(headers.map((row) => row[2])).toEqual(['项目方向', '所属行业']);
  const options = rules.summaryTables.map(({ columns }) => columns[2]?.options.map(({ name }) => name.zh));
  expect(options).toEqual([
    ['企业级', '行业级', '跨行业跨领域', '重点培育'],
    ['流程行业', '离散行业'],
  ]);
});

test('cities hand in by 20 November 2019: three copies of an application, one of the table', () => {
  expect(rules.deadline.value).toBe('2019-11-20');
  expect(rules.papers.map(({ copies }) => copies)).toEqual([3, 1]);
  expect(rules.support).toHaveLength(4);
});

test('every unclear place of the notice stands in it with the reading taken', () => {
  const ids = rules.ambiguities.map(({ id }) => id);
  const listed = Array.from({ length: 11 }, (_, index) => `J-${String(index + 1).padStart(2, '0')}`);
  expect(listed.filter((id) => !ids.includes(id))).toEqual([]);
});

test('the metrics of both forms are facts', () => {
  const metrics = rules.metrics.flatMap((section) => section.facts);
  expect(metrics.length).toBeGreaterThan(120);
  expect(metrics.every((id) => facts.has(id))).toBe(true);
});
