import { expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { progressLinesOption, progressLinesScene, type ProgressInput } from './options';

const input: ProgressInput = {
  points: [
    { date: '2025-12-31', quota: 0.24, time: 0.25, money: 0.1 },
    { date: '2026-03-31', quota: 0.5, time: 0.5, money: null },
    { date: '2026-06-30', quota: 0.745, time: 0.75, money: 0.74 },
  ],
};
const scene = (given: ProgressInput) => progressLinesScene(given, fileTheme(), { width: 420, height: 236 });
const ends = (given: ProgressInput) =>
  scene(given).marks.flatMap((mark) => (mark.kind === 'text' && mark.text.includes('%') ? [mark] : []));

test('the three ends are named and stand apart, though their figures are close', () => {
  const found = ends(input);
  expect(found.map(({ text }) => text)).toEqual(['名额 75\u2009%', '时间 75\u2009%', '资金 74\u2009%']);
  const levels = found.map(({ y }) => y).sort((one, other) => one - other);
  expect((levels[1] ?? 0) - (levels[0] ?? 0)).toBeGreaterThanOrEqual(16);
  expect((levels[2] ?? 0) - (levels[1] ?? 0)).toBeGreaterThanOrEqual(16);
});

test('a line without any figure has no end', () => {
  const none = { points: input.points.map((point) => ({ ...point, money: null })) };
  expect(ends(none)).toHaveLength(2);
});

test('the axis ends at 100 exactly, and goes on for one point more', () => {
  const at = (quota: number) =>
    scene({
      points: [
        { date: '2025-12-31', quota, time: null, money: null },
        { date: '2026-03-31', quota, time: null, money: null },
      ],
    }).panels[0]?.y?.max;
  expect([at(1), at(1.01)]).toEqual([1, 1.25]);
});

test('the tooltip says a missing share as a dash', () => {
  expect(scene(input).hits[1]?.tip.lines).toEqual(['名额 50.0\u2009%', '时间 50.0\u2009%', '资金 —']);
});

test('one point or none is drawable', () => {
  for (const points of [input.points.slice(0, 1), []]) {
    expect(drawStill((theme, size) => progressLinesOption({ points }, theme, size), 236, 358)).not.toMatch(
      /NaN|Infinity/,
    );
  }
});
