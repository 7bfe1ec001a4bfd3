import { describe, expect, test } from 'vitest';
import type { Condition, ConditionBook, Test } from '$lib/policy/conditions/condition';
import { groupConditions } from './condition-groups';
import { timesOf } from './item-times';

const holds = (fact: string): Test => ({ kind: 'holds', fact });
const until: Test = { kind: 'date', fact: 'end', from: null, to: { day: '2024-06-30', included: true } };
const condition = (id: string, asked: Test, kind: Condition['kind'] = 'requirement'): Condition => ({
  id,
  kind,
  name: { zh: id, en: id },
  when: null,
  test: asked,
  inPrinciple: false,
  source: { document: 'd', section: '一', words: id },
});
const fact = (id: string, type: 'document' | 'yes_no') => ({
  id,
  type,
  name: { zh: id, en: id },
  unit: null,
  options: [],
  aliases: [],
  column: null,
});
const book: ConditionBook = { facts: [fact('paper', 'document'), fact('listed', 'yes_no')], items: {} };

describe('conditions in groups', () => {
  test('stand by what they are, papers apart', () => {
    const all = [
      condition('first', holds('listed'), 'priority'),
      condition('paper', holds('paper')),
      condition('paper-or-not', { kind: 'any', tests: [holds('paper'), holds('listed')] }),
      condition('never', { kind: 'not', test: holds('listed') }, 'exclusion'),
    ];
    expect(groupConditions(all, book).map(({ group, conditions }) => [group, conditions[0]?.id])).toEqual([
      ['requirement', 'paper-or-not'],
      ['exclusion', 'never'],
      ['document', 'paper'],
      ['priority', 'first'],
    ]);
  });
});

describe('the times of an item', () => {
  test('are its tests on days; priorities and other conditions are none', () => {
    const found = timesOf([
      condition('listed', holds('listed')),
      condition('end', until),
      condition('early', until, 'priority'),
    ]);
    expect(found.map((time) => [time.condition.id, time.tests])).toEqual([['end', [until]]]);
  });

  test('are worded by their tests only where these say all of it', () => {
    const [both, either] = timesOf([
      condition('both', { kind: 'all', tests: [holds('listed'), until] }),
      condition('either', { kind: 'any', tests: [holds('listed'), until] }),
    ]);
    expect(both?.tests).toEqual([until]);
    expect(either?.tests).toEqual([]);
  });
});
