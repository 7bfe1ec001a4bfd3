import { describe, expect, test } from 'vitest';
import { policy, printedGuide, printedItem, rulebook } from '../fixtures/printed-guides';
import { condition, fact, rateSubsidy, smallItem, source } from '../fixtures/small-item';
import { compareItems } from './compare-items';
import { compareGuides, comparedCounts, rowOf } from './compare-guides';
import { changeWords } from './difference-words';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const facts = [fact('total', 'money'), fact('assets', 'money'), fact('end', 'date'), fact('begin', 'date')];
const base = (id: string) => ({
  id,
  name: { zh: id, en: id },
  definition: { zh: '', en: '' },
  estimateFrom: null,
});
const bases = [base('total'), base('assets')];
const atLeast = (id: string, value: number) =>
  condition(`${id}-least`, { kind: 'amount', facts: [id], bounds: [{ comparison: 'at_least', value }] });
const until = (day: string) =>
  condition('end', { kind: 'date', fact: 'end', from: null, to: { day, included: true } });
const item = (baseId: string, percent: number, cap: number, ...conditions: ReturnType<typeof condition>[]) =>
  smallItem(conditions, facts, { subsidy: rateSubsidy(baseId, percent, cap) });

describe('an item beside another', () => {
  const before = item('assets', 10, 4_000_000_000, atLeast('assets', 100), until('2021-12-31'));
  const after = item('total', 20, 2_000_000_000, atLeast('total', 100), until('2021-12-31'));
  const { rows, changed } = compareItems([before], [after], bases);
  const change = (aspect: string) => {
    const row = rows.find((one) => one.aspect === aspect);
    return row && [row.state, plain(changeWords(row))];
  };

  test('shows what went up and down, with sign and percent', () => {
    expect(change('rate')).toEqual(['changed', '+10 个百分点']);
    expect(change('cap')).toEqual(['changed', '−2,000 万元（−50 %）']);
    expect(change('base')).toEqual(['changed', '有改动']);
  });

  test('keeps quiet about what is the same', () => {
    expect(change('tranche')).toEqual(['same', '']);
    expect(change('window')).toEqual(['same', '']);
    expect(rows.filter(({ state }) => state !== 'same')).toHaveLength(changed);
  });

  test('puts the threshold on the subsidised amount beside that of the other base', () => {
    const row = rows.find(({ aspect }) => aspect === 'threshold');
    expect(row && [row.earlier.length, row.later.length, row.state]).toEqual([1, 1, 'changed']);
  });

  test('has nothing on one side where only the other sets a value', () => {
    const limited = smallItem([until('2024-06-30')], facts, { quota: { value: 5, source: source('四') } });
    const comparison = compareItems([], [limited], bases);
    expect(new Set(comparison.rows.map(({ state }) => state))).toEqual(new Set(['added']));
    expect(new Set(compareItems([limited], [], bases).rows.map(({ state }) => state))).toEqual(
      new Set(['dropped']),
    );
  });

  test('a day later is a change, the same day is none', () => {
    const windows = (day: string) =>
      compareItems(
        [item('total', 1, 1, until('2021-12-31'))],
        [item('total', 1, 1, until(day))],
        bases,
      ).rows.find(({ aspect }) => aspect === 'window')?.state;
    expect([windows('2021-12-31'), windows('2022-01-01')]).toEqual(['same', 'changed']);
  });
});

describe('the printed guides', () => {
  const compared = compareGuides(
    policy.annexes.comparisons,
    printedGuide(2020),
    printedGuide(2023),
    rulebook.bases,
  );

  test('every item of both years stands in a group', () => {
    const groups = [...compared.pairs, ...compared.added, ...compared.ended];
    const ids = (side: 'earlier' | 'later') =>
      new Set(groups.flatMap((group) => group[side].map(({ slug }) => slug)));
    expect(ids('earlier').size).toBe(printedGuide(2020).items.length);
    expect(ids('later').size).toBe(printedGuide(2023).items.length);
  });

  test('高端化 keeps its rate and cap while the base changes', () => {
    const [before, after] = [printedItem(2020, 'high-end-upgrade'), printedItem(2023, 'high-end-upgrade')];
    const comparison = compareItems([before], [after], rulebook.bases);
    expect(rowOf(comparison, 'base')?.state).toBe('changed');
    expect(rowOf(comparison, 'cap')?.state).toBe('same');
    expect(rowOf(comparison, 'rate')?.difference).toBeNull();
  });

  test('counts agree with the groups', () => {
    const counts = comparedCounts(compared);
    expect(counts.pairs).toBe(compared.pairs.length);
    expect(counts.capRaised + counts.capLowered).toBeLessThanOrEqual(counts.pairs);
    expect(counts.added).toBe(compared.added.length);
  });
});
