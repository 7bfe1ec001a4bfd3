import { describe, expect, test } from 'vitest';
import type { ValueCell } from '$lib/policy/forms/look-up';
import { cellShare, type IndicatorValue } from '$lib/policy/scoring/indicator-share';
import { ownCell } from '$lib/policy/scoring/own-cell';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { withDeductions, type Score, type ScoreLine } from '$lib/policy/scoring/score';
import type { ScoreVariant } from '$lib/policy/scoring/scoring';
import { awardedView } from './fixtures/views';
import { chosenOf, reverseChoices, variantFor, weightChoices } from './score-variants';
import { executionWorking, lineWorking, totalWords } from './score-working';

const scoring = readScoring();
const variantOf = (id: string): ScoreVariant => {
  const found = scoring.variants.find((one) => one.id === id);
  if (!found) throw new Error(`no variant ${id}`);
  return found;
};
const linear = variantOf('weights-10-50-30-10');
const quotient = variantOf('weights-10-50-30-10-quotient');

const number = (value: number): IndicatorValue => ({ number: value, text: null });
const own = ownCell({ year: 2023, form: '1-1', key: 'own/1', name: '演示指标', unit: '项' });
const reverse: ValueCell = { ...own, measure: { ...own.measure, direction: 'lower' } };

/** The score of one line that may earn all points beside the execution. */
function scored(
  cell: ValueCell,
  target: IndicatorValue,
  actual: IndicatorValue | null,
  variant = linear,
): Score {
  const answer = cellShare(cell, target, actual, scoring, variant);
  const weight = 90;
  const points = answer.known ? weight * answer.share : null;
  const line: ScoreLine = { key: cell.key, cell, part: 'output', weight, answer, points, explain: null };
  const parts = [
    { part: 'execution' as const, given: 10, weight: 10, points: 5 },
    { part: 'output' as const, given: 50, weight, points },
  ];
  const execution = { ratio: 0.5, weight: 10, points: 5 };
  return withDeductions({ variant, execution, parts, lines: [line] }, [], scoring);
}
function workingOf(score: Score) {
  const [line] = score.lines;
  if (!line) throw new Error('a score without a line');
  return lineWorking(line, null, score, scoring);
}

describe('the working of a line', () => {
  test.each([
    ['reached', own, 12, 12, linear, '12 ≥ 12，得 100 %', '90 × 100 % = 90'],
    ['short', own, 12, 9, linear, '9 ÷ 12 = 75 %', '90 × 75 % = 67.50'],
    ['negative', own, 12, -3, linear, '0 ÷ 12 = 0 %', '90 × 0 % = 0'],
    ['of a third', own, 3, 1, linear, '1 ÷ 3 = 33.33 %', '90 × 33.33 % = 30'],
    ['reverse, met', reverse, 10, 8, linear, '8，目标 10，得 100 %', '90 × 100 % = 90'],
    ['reverse, linear', reverse, 10, 11, linear, '1 −（11 − 10）÷ 10 = 90 %', '90 × 90 % = 81'],
    ['reverse, twice', reverse, 10, 20, linear, '20 ≥ 2 × 10，得 0 %', '90 × 0 % = 0'],
    ['reverse, by quotient', reverse, 10, 20, quotient, '10 ÷ 20 = 50 %', '90 × 50 % = 45'],
    ['reverse of zero', reverse, 0, 1, linear, '1，目标 0，得 0 %', '90 × 0 % = 0'],
  ])('%s puts its figures into the formula', (_, cell, target, actual, variant, figures, points) => {
    const working = workingOf(scored(cell, number(target), number(actual), variant));
    expect([working.figures, working.points]).toEqual([figures, points]);
    expect(working.rule).not.toBeNull();
  });

  test('of words names the band with its range', () => {
    const { indicator } = own;
    const measure = { ...indicator, kind: 'qualitative' as const };
    const cell = { ...own, indicator: measure, measure };
    const said = (text: string) => ({ number: null, text });
    expect(workingOf(scored(cell, said('效果明显'), said('基本完成'))).figures).toBe(
      '基本完成：部分达成（60 %–80 %），取 60 %',
    );
  });

  test('without a report has no rule and no points, and says why', () => {
    const working = workingOf(scored(own, number(12), null));
    expect([working.rule, working.points]).toEqual([null, null]);
    expect(working.figures).not.toBe('');
    expect(working.inputs.map(({ words }) => words)).toEqual([null, null]);
  });
});

describe('the working of execution and total', () => {
  const money = (fen: number | null) => (fen === null ? null : `${fen} 分`);

  test('names award and payments with the place that they were read from', () => {
    const view = awardedView();
    const working = executionWorking({ view, scoring }, scored(own, number(1), number(1)), money);
    expect(working.inputs.map(({ words }) => words)).toEqual(['200 分', '100 分']);
    expect(working.inputs[1]?.source).toMatchObject({ file: '演示拨付.xlsx', sheet: '拨付' });
    expect([working.figures, working.points]).toEqual(['100 分 ÷ 200 分 = 50 %', '10 × 50 % = 5']);
  });

  test('adds the parts up, less what was taken off', () => {
    const score = scored(own, number(12), number(9));
    expect(totalWords(score)).toBe('执行 5 + 产出 67.50 = 72.50');
    const less = withDeductions(score, [{ points: 2.5, reason: '演示' }], scoring);
    expect(totalWords(less)).toBe('执行 5 + 产出 67.50 − 人工扣分 2.50 = 70');
  });

  test('of an unknown line lies between two ends', () => {
    expect(totalWords(scored(own, number(12), null))).toBe('执行 5 + 产出 — = 5–95');
  });
});

describe('the choice of a variant', () => {
  const { variants } = scoring;

  test('names every weight once, and the reverse forms that go with it', () => {
    expect(weightChoices(variants).map(({ label }) => label)).toEqual([
      '10 · 50 · 30 · 10',
      '20 · 40 · 30 · 10',
    ]);
    expect(reverseChoices(variants, linear).map(({ value }) => value)).toEqual(['linear', 'quotient']);
  });

  test('leads to every variant of the rules', () => {
    for (const variant of variants) expect(variantFor(variants, chosenOf(variant))).toBe(variant);
  });

  test('takes the first of the weights where their form is not offered', () => {
    const only = variants.filter(({ reverse: form }) => form === 'linear');
    expect(variantFor(only, { ...chosenOf(linear), reverse: 'quotient' })).toBe(linear);
    expect(variantFor(only, { weights: '1 · 2', reverse: 'linear' })).toBeNull();
  });
});
