import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '$lib/policy/forms/look-up';
import { bandOf } from '$lib/policy/scoring/indicator-share';
import { gradeOf, roundPoints, scoreProject } from '$lib/policy/scoring/score';
import { formOf, forms, paidInFull, row, rules, score, scored, value, variantOf, wan } from './made-up-form';

const ten = variantOf('weights-10-50-30-10');
const twenty = variantOf('weights-20-40-30-10');

const threeOutputs = [
  row('a', 'output'),
  row('b', 'output'),
  row('c', 'output'),
  row('d', 'outcome'),
  row('e', 'satisfaction'),
];

describe('a self-evaluation as offices publish it', () => {
  test('285.84 万元 of budget, all of it paid, every indicator at or above its target, is 100 points with 20 for execution', () => {
    const words = [...threeOutputs, row('f', 'outcome', { kind: 'qualitative' })];
    const answer = score(
      { a: [3, 3], b: [95, 100], c: [1, 2], d: [10, 10], e: [90, 96], f: ['效果明显', '达成'] },
      words,
      twenty,
    );
    expect(answer.execution).toMatchObject({ ratio: 1, weight: 20, points: 20 });
    expect(answer.parts.map(({ points }) => points && roundPoints(points))).toEqual([20, 40, 30, 10]);
    expect(answer).toMatchObject({ points: 100, least: 100, most: 100, grade: { id: 'excellent' } });
  });

  test('one of three outputs not delivered leaves 83.33 points and 良', () => {
    const answer = score({ a: [3, 3], b: [95, 95], c: [2, 0], d: [10, 10], e: [90, 90] }, threeOutputs);
    expect(answer.lines.map(({ weight }) => roundPoints(weight))).toEqual([16.67, 16.67, 16.67, 30, 10]);
    expect(answer.lines.find(({ key }) => key === 'c')).toMatchObject({ points: 0, explain: 'shortfall' });
    expect(answer.points).toBe(83.33);
    expect(answer.grade?.name.zh).toBe('良');
  });
});

describe('what is not known', () => {
  test('a missing report is no zero: the score stays open between two ends', () => {
    const answer = score({ a: [3, 3], b: [95, 95], c: [2, null], d: [10, 10], e: [90, 90] }, threeOutputs);
    expect(answer).toMatchObject({ points: null, grade: null, least: 83.33, most: 100 });
  });

  test('money that was never granted leaves execution open', () => {
    const money = { budgetFen: null, paidFen: 0 };
    const answer = score(
      { a: [3, 3], b: [1, 1], c: [2, 2], d: [10, 10], e: [90, 90] },
      threeOutputs,
      ten,
      money,
    );
    expect(answer).toMatchObject({ points: null, least: 90, most: 100 });
  });

  test('words that no band holds are not guessed at', () => {
    const indicators = [row('q', 'output', { kind: 'qualitative' })];
    expect(score({ q: ['显著', '正在推进'] }, indicators).lines[0]?.answer).toEqual({
      known: false,
      reason: 'words_not_read',
    });
    expect(score({ q: ['显著', '显著'] }, indicators).lines[0]?.answer).toMatchObject({
      known: true,
      share: 1,
    });
  });

  test('basically done is not done', () => {
    expect(bandOf('基本完成建设任务', rules.bands)?.id).toBe('partly');
    expect(bandOf('完成全部任务。', rules.bands)?.id).toBe('reached');
    expect(bandOf('未完成', rules.bands)?.id).toBe('not-reached');
  });
});

describe('weights', () => {
  test('of parts that a form does not have go to the others in proportion', () => {
    const answer = score({ a: [1, 1] }, [row('a', 'output')]);
    expect(answer.parts.map(({ weight }) => roundPoints(weight))).toEqual([16.67, 83.33, 0, 0]);
    expect(answer.points).toBe(100);
  });

  test('of every variant add up to 100 on every form', () => {
    for (const form of forms) {
      for (const variant of rules.variants) {
        const targets = new Map(
          [...form.indicators, ...form.ownIndicators].flatMap(cellsOf).map(({ key }) => [key, value(1)]),
        );
        const groups = form.groups.map(({ id }) => id);
        const one = scoreProject(
          { form, groups, own: [], targets, actuals: new Map(), deductions: [] },
          paidInFull,
          rules,
          variant,
        );
        const sum = one.execution.weight + one.lines.reduce((all, { weight }) => all + weight, 0);
        expect(sum, `${form.guideYear} ${form.id}`).toBeCloseTo(100, 6);
      }
    }
  });

  test('deductions never take a score below 0', () => {
    const form = formOf([row('a', 'output')]);
    const off = (points: number) =>
      scoreProject(
        scored(form, { a: [1, 1] }, { deductions: [{ points, reason: '演示' }] }),
        paidInFull,
        rules,
        ten,
      ).points;
    expect([off(99.99), off(100), off(100.01)]).toEqual([0.01, 0, 0]);
  });
});

describe('edges', () => {
  test.each([
    [90.01, '优'],
    [90, '优'],
    [89.99, '良'],
    [80, '良'],
    [79.99, '中'],
    [60, '中'],
    [59.99, '差'],
    [0, '差'],
  ])('%f points are %s', (points, name) => {
    expect(gradeOf(points, rules)?.name.zh).toBe(name);
  });

  test.each([
    [129, null],
    [130, 'over'],
    [131, 'over'],
    [100, null],
    [99, 'shortfall'],
  ])('an actual of %i against 100 asks for: %s', (actual, explain) => {
    expect(score({ a: [100, actual] }, [row('a', 'output')]).lines[0]?.explain).toBe(explain);
  });

  test('a reverse indicator that is far below its target needs no reason', () => {
    expect(score({ a: [100, 1] }, [row('a', 'output', { direction: 'lower' })]).lines[0]?.explain).toBeNull();
  });

  test.each([
    [99.99, 9.999],
    [100, 10],
    [100.01, 10],
    [0, 0],
  ])('%f of 100 paid earns %f of 10 points', (paid, points) => {
    const money = { budgetFen: wan(100), paidFen: wan(paid) };
    const all = score(
      { a: [1, 1], d: [1, 1], e: [1, 1] },
      [row('a', 'output'), row('d', 'outcome'), row('e', 'satisfaction')],
      ten,
      money,
    );
    expect(all.execution.points).toBeCloseTo(points, 9);
  });
});

describe('any score', () => {
  const actual = fc.double({ min: -1000, max: 1000, noNaN: true });
  const target = fc.double({ min: 0, max: 1000, noNaN: true });
  const variant = fc.constantFrom(...rules.variants);
  test('lies between 0 and 100, each line between 0 and its weight, and never falls when a value rises', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(target, actual), { minLength: 1, maxLength: 6 }),
        fc.nat(1000),
        variant,
        (pairs, more, its) => {
          const parts = ['output', 'outcome', 'satisfaction'] as const;
          const indicators = pairs.map((_, index) => row(`i${index}`, parts[index % 3] ?? 'output'));
          const values = Object.fromEntries(pairs.map((pair, index) => [`i${index}`, pair]));
          const before = score(values, indicators, its);
          const [first] = pairs;
          const after = score(
            { ...values, i0: [first?.[0] ?? 0, (first?.[1] ?? 0) + more] },
            indicators,
            its,
          );
          const inside = before.lines.every(
            ({ points, weight }) => points !== null && points >= 0 && points <= weight + 1e-9,
          );
          return inside && before.least >= 0 && before.least <= 100 && after.least >= before.least;
        },
      ),
    );
  });
});
