import { describe, expect, test } from 'vitest';
import type { Condition, ItemConditions } from './condition';
import { evaluateCondition, evaluateItem } from './evaluate';

const source = { document: 'd', section: '一', words: '不低于 100' };
const condition = (changes: Partial<Condition> = {}): Condition => ({
  id: 'input',
  kind: 'requirement',
  name: { zh: '投入', en: 'Input' },
  when: null,
  test: { kind: 'amount', facts: ['input'], bounds: [{ comparison: 'at_least', value: 100 }] },
  inPrinciple: false,
  source,
  ...changes,
});
const item = (...conditions: Condition[]): ItemConditions => ({
  id: 'guides/2023/example',
  applicant: null,
  cityLimit: null,
  conditions,
  ambiguities: [],
});
const ofType: Condition['when'] = { kind: 'one_of', fact: 'variant', options: ['platform'] };

describe('a condition of one type', () => {
  const typed = condition({ when: ofType });
  const answer = (facts: Record<string, string | number>) => evaluateCondition(typed, facts).answer;

  test('does not apply to another type', () => {
    expect(answer({ variant: 'node', input: 0 })).toBe('not_applicable');
  });

  test('stays open while the type is unknown, unless it is met anyway', () => {
    expect(answer({ input: 99 })).toBe('undetermined');
    expect(answer({ input: 100 })).toBe('met');
    expect(evaluateCondition(typed, { input: 99 }).missing).toEqual(['variant']);
  });
});

test('“in principle” leaves a miss to judgement', () => {
  const soft = condition({ inPrinciple: true });
  expect(evaluateCondition(soft, { input: 99 })).toMatchObject({
    answer: 'undetermined',
    leftToJudgement: true,
    missing: [],
  });
  expect(evaluateCondition(soft, { input: 100 })).toMatchObject({ answer: 'met', leftToJudgement: false });
});

describe('an item', () => {
  test('collects all answers; one miss decides', () => {
    const two = item(condition(), condition({ id: 'again' }));
    const found = evaluateItem(two, { input: 99 });
    expect(found.answer).toBe('not_met');
    expect(found.conditions.map(({ answer }) => answer)).toEqual(['not_met', 'not_met']);
  });

  test('is undetermined while a fact is missing, and names it', () => {
    expect(evaluateItem(item(condition()), {})).toMatchObject({ answer: 'undetermined', missing: ['input'] });
  });

  test('is not decided by a priority, nor does a priority name what is missing', () => {
    const preferred = condition({
      id: 'preferred',
      kind: 'priority',
      test: { kind: 'holds', fact: 'listed' },
    });
    expect(evaluateItem(item(condition(), preferred), { input: 100 })).toMatchObject({
      answer: 'met',
      missing: [],
    });
  });

  test('without a condition to check is undetermined, never met', () => {
    expect(evaluateItem(item(), {}).answer).toBe('undetermined');
    expect(evaluateItem(item(condition({ when: ofType })), { variant: 'node' }).answer).toBe('undetermined');
  });
});
