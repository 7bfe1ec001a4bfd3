import { describe, expect, test } from 'vitest';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readFacts } from '$lib/policy/conditions/read-conditions';
import { rulesFolder, yamlReader } from '$lib/policy/read-yaml';
import { bareThresholds, conditionAnswer, testConditions } from './case-conditions';
import { caseFiles } from './rule-case';

const rules = readCentreRules();
const facts = readFacts(rulesFolder, yamlReader(rulesFolder));
const steps = [rules.founding, rules.support];
const casesOf = (id: string) => caseFiles.find(({ content }) => content.item === id)?.content;

describe.each(steps.map((step) => [step.id, step] as const))('%s', (id, step) => {
  const content = casesOf(id);
  if (!content) throw new Error(`no cases of ${id}`);
  testConditions(step, content, facts);

  test.each(content.cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const answers = Object.keys(one.expect).map((key) => [
      key,
      conditionAnswer(step, content, facts, one.with, key),
    ]);
    expect(Object.fromEntries(answers)).toEqual(one.expect);
  });

  test('every numeric threshold and date edge has a case at, one step below and one above', () => {
    expect(bareThresholds(step, content, facts)).toEqual([]);
  });
});

test('23 priority fields, numbered as printed', () => {
  expect(rules.fields.map(({ number }) => number)).toEqual(
    Array.from({ length: 23 }, (_, index) => index + 1),
  );
  expect(rules.fields.map(({ name }) => name.zh)).toEqual(
    expect.arrayContaining(['特高压输变电设备', '动力及储能电池（新能源存储）', '工业元宇宙']),
  );
});

test('support of at most 3000 万元, from the item of the fund guide', () => {
  expect(rules.support.cap.value).toBe(3_000_000_000);
  expect(rules.support.cap.source.words).toContain('3000万元');
  expect(rules.support.categoryId).toBe('guides/2023/innovation-centre-capacity');
  expect(rules.support.contents).toHaveLength(5);
});

test('a plan of five parts goes through four steps, judged by six aspects', () => {
  expect(rules.planContents.map(({ source }) => source.section)).toEqual(
    [1, 2, 3, 4, 5].map((number) => `二/（五）${number}`),
  );
  expect(rules.procedure.map(({ id }) => id)).toEqual(['incubation', 'application', 'review', 'approval']);
  expect(rules.reviewAspects).toHaveLength(6);
});

test('only capital and years of running are left to judgement, as the text says 原则上 of these two', () => {
  const soft = rules.founding.conditions.filter(({ inPrinciple }) => inPrinciple);
  expect(soft.map(({ id }) => id)).toEqual(['operating-years', 'registered-capital']);
});

test('yearly assessments for three years, then every two; four grades, one of them a fail with a year to mend', () => {
  const { cycles, grades, consequences, running } = rules.assessment;
  expect(cycles.map(({ fromYears, upToYears, everyYears }) => [fromYears, upToYears, everyYears])).toEqual([
    [0, 3, 1],
    [3, null, 2],
  ]);
  expect(grades.map(({ name, passes }) => [name.zh, passes])).toEqual([
    ['优秀', true],
    ['良好', true],
    ['合格', true],
    ['不合格', false],
  ]);
  expect(
    consequences.filter(({ gradeIds }) => gradeIds.includes('failed')).map(({ years }) => years),
  ).toEqual([1, null]);
  expect(running).toHaveLength(6);
});

test('a brief within ten working days of each half-year, a report by the end of February', () => {
  expect(rules.reports.map(({ due }) => due)).toEqual([
    { kind: 'working_days_after_half_year', days: 10 },
    { kind: 'end_of_month', month: 2 },
  ]);
});

test('every unclear place of the guide stands in it with the reading taken', () => {
  const ids = rules.ambiguities.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(['I-01', 'I-02', 'I-03', 'I-04', 'I-05', 'I-06', 'A-36', 'A-37']),
  );
});
