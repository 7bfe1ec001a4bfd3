import { describe, expect, test } from 'vitest';
import { assess } from '$lib/policy/conditions/assess';
import type { FactValues, Test } from '$lib/policy/conditions/condition';
import { condition, fact, rateSubsidy, smallItem, source } from '../fixtures/small-item';
import { askedFacts, conditionsFor, tableFacts } from './asked-facts';
import { answerTitle, countAnswers } from './calculator-headlines';
import { ceilingLines, gapWords } from './ceiling-lines';
import { lookLines } from './clause-lines';
import { readTyped, typedOf, writeTyped } from './typed-facts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const holds = (id: string): Test => ({ kind: 'holds', fact: id });
const ofNode: Test = { kind: 'one_of', fact: 'variant', options: ['node'] };
const bases = [
  { id: 'total', name: { zh: '总投入', en: 'Total' }, definition: { zh: '', en: '' }, estimateFrom: null },
];
const variant = (id: string) => ({
  id,
  name: { zh: id, en: id },
  aliases: [],
  subsidy: null,
  kpiForm: null,
});
const item = smallItem(
  [
    condition('input', {
      kind: 'amount',
      facts: ['total'],
      bounds: [{ comparison: 'at_least', value: 5_000_000 }],
    }),
    condition('node-only', holds('node_paper'), { when: ofNode }),
    condition('never', { kind: 'not', test: holds('listed') }, { kind: 'exclusion' }),
    condition('first', holds('famous'), { kind: 'priority' }),
  ],
  [
    fact('total', 'money'),
    fact('node_paper', 'document'),
    fact('listed', 'yes_no'),
    fact('famous', 'yes_no'),
    fact('end', 'date', { column: 'end_date' }),
  ],
  { variants: [variant('node'), variant('other')] },
);
const assessed = (facts: FactValues) => assess(item.category, item.conditions, facts, bases);

describe('the fields of the calculator', () => {
  const ids = (variantId: string | null) =>
    askedFacts(item.words.book, item.category, item.conditions, variantId, bases).map(
      ({ fact: { id }, group }) => `${group}: ${id}`,
    );

  test('ask for every fact that may decide, and for those of priorities last', () => {
    expect(ids(null)).toEqual([
      'amounts: total',
      'answers: listed',
      'papers: node_paper',
      'priorities: famous',
    ]);
  });

  test('of another type are left out once the type is known', () => {
    expect(ids('other')).not.toContain('papers: node_paper');
    expect(ids('node')).toContain('papers: node_paper');
    expect(conditionsFor(item.conditions, 'other').map(({ id }) => id)).toEqual(['input', 'never', 'first']);
  });

  test('a summary table carries only what it has a column for', () => {
    const asked = [
      { fact: fact('end', 'date', { column: 'end_date' }), group: 'days' as const },
      { fact: fact('total', 'money'), group: 'amounts' as const },
      { fact: fact('famous', 'yes_no'), group: 'priorities' as const },
    ];
    const { carried, elsewhere } = tableFacts(asked);
    expect([carried.map(({ id }) => id), elsewhere.map(({ id }) => id)]).toEqual([['end'], ['total']]);
  });
});

describe('what is typed', () => {
  const read = (typed: Record<string, string>) => readTyped(typed, item.words.book, item.category);

  test('is money in 万元, full width and commas included', () => {
    expect(read({ total: '１２，０００' }).facts['total']).toBe(12_000_000_000);
    expect(read({ total: '1.5亿元' }).facts['total']).toBe(15_000_000_000);
  });

  test('is unknown where the field is empty', () => {
    expect(read({ total: '', listed: '' })).toMatchObject({ facts: { total: null, listed: null } });
  });

  test('is a problem, and no fact, where it is not understood', () => {
    const { facts, problems } = read({ total: '很多', end: '2022-02-30' });
    expect(facts).toEqual({});
    expect([...problems.values()].map(({ fact: id, kind }) => [id, kind])).toEqual([
      ['total', 'not_an_amount'],
      ['end', 'not_a_day'],
    ]);
  });

  test('goes to the address and comes back; empty and strange fields do not', () => {
    const typed = { variant: 'node', total: '1.5亿元', listed: 'no', end: '', node_paper: '<b>' };
    const address = writeTyped(typed);
    expect(address).toBe('variant:node;total:1.5亿元;listed:no');
    expect(typedOf(address, item.words.book)).toEqual({ variant: 'node', total: '1.5亿元', listed: 'no' });
    expect(typedOf('unknown:1;total:2;;x', item.words.book)).toEqual({ total: '2' });
    expect(writeTyped({ total: '' })).toBeNull();
  });
});

describe('the answer', () => {
  test('is told in the title', () => {
    const title = (facts: FactValues) => plain(answerTitle(item, assessed(facts), false));
    const fine = { variant: 'other', total: 5_000_000, listed: false };
    expect(title(fine)).toBe('小项：符合，最高可补 1 万元');
    expect(title({ ...fine, total: 4_999_999 })).toBe('小项：不符合，1 条没有达到');
    expect(title({ ...fine, total: null })).toBe('小项：待核实，还有 1 条定不下来');
    expect(answerTitle(item, assessed({}), true)).toContain('填入事实');
  });

  test('counts what decides: neither priorities nor what does not apply', () => {
    expect(countAnswers(assessed({ variant: 'other', total: 5_000_000, listed: true }))).toEqual({
      met: 1,
      notMet: 1,
      open: 0,
    });
  });

  test('shows for an exclusion what must not be', () => {
    const never = item.conditions.conditions.find(({ id }) => id === 'never');
    if (!never) throw new Error('gone');
    expect(lookLines(item.words, { condition: never }, { listed: true })).toEqual([
      { subject: 'listed', found: '是', expected: '否', state: false },
    ]);
    expect(lookLines(item.words, { condition: never }, {})[0]).toMatchObject({ found: '未知', state: null });
  });
});

describe('the ceiling', () => {
  const lines = (total: number) =>
    ceilingLines(item.category.subsidy, assessed({ total }), bases).map(({ kind, fen, note }) => [
      kind,
      fen,
      note,
    ]);

  test('is worked out line by line, with what sets it', () => {
    expect(lines(9_999_999_995)).toEqual([
      ['base', 9_999_999_995, null],
      ['part', 1_999_999_999, null],
      ['limit', 2_000_000_000, null],
      ['result', 1_999_999_999, '由比例定'],
      ['payment', 999_999_999, null],
      ['payment', 1_000_000_000, null],
    ]);
  });

  test.each([10_000_000_000, 10_000_000_005])('of %d 分 is set by the cap', (total) => {
    expect(lines(total)).toContainEqual(['result', 2_000_000_000, '由上限定']);
  });

  test('that cannot be computed says why, and has no line', () => {
    const { ceiling } = assessed({});
    expect(ceiling.gap && gapWords(item.words, ceiling.gap)).toBe('缺少补助基数：total');
    expect(ceilingLines(item.category.subsidy, assessed({}), bases)).toEqual([]);
    const notice = smallItem([], [], {
      subsidy: { ...rateSubsidy('total', 20, 1), kind: 'unknown', reason: { zh: '另行通知', en: 'Notice' } },
      separateNotice: source('一/（七）'),
    });
    const open = assess(notice.category, notice.conditions, { total: 5 }, bases);
    expect(open.ceiling.gap && gapWords(notice.words, open.ceiling.gap)).toBe('另行通知');
  });
});
