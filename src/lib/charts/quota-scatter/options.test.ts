import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import {
  byUrgency,
  quotaScatterOption,
  quotaScatterScene,
  type ScatterCategory,
  type ScatterInput,
} from './options';

const category = (id: string, more: Partial<ScatterCategory> = {}): ScatterCategory => ({
  id,
  name: `类别${id}`,
  shortName: `类${id}`,
  quotaUse: 0.8,
  execution: 0.5,
  appropriation: 1e10,
  light: 'green',
  ...more,
});
const theme = fileTheme();
const scene = (...categories: ScatterCategory[]) =>
  quotaScatterScene({ categories, timeShare: 0.75 }, theme, { width: 540, height: 290 });

describe('points', () => {
  test('a category without quota or without execution has none', () => {
    const { hits } = scene(
      category('a'),
      category('b', { quotaUse: null }),
      category('c', { execution: null }),
    );
    expect(hits.map(({ pick }) => pick)).toEqual(['a']);
  });

  test('a red one is a square, the others are circles', () => {
    const { marks } = scene(category('a', { light: 'red' }), category('b', { quotaUse: 0.6 }));
    expect(
      marks.filter((mark) => mark.kind === 'rect' && mark.fill === theme.colour('--lamp-red')),
    ).toHaveLength(1);
    expect(marks.filter(({ kind }) => kind === 'circle')).toHaveLength(1);
  });

  test('four times the money is twice the radius', () => {
    const { marks } = scene(
      category('a', { appropriation: 4e10 }),
      category('b', { appropriation: 1e10, quotaUse: 0.6 }),
    );
    const radii = marks
      .flatMap((mark) => (mark.kind === 'circle' ? [mark.radius] : []))
      .sort((one, other) => other - one);
    expect((radii[0] ?? 0) / (radii[1] ?? 1)).toBeCloseTo(2);
  });

  test('an unknown appropriation is a small point and no line in the tooltip', () => {
    const { marks, hits } = scene(category('a', { appropriation: null }));
    expect(marks.some((mark) => mark.kind === 'circle' && mark.radius === 3.5)).toBe(true);
    expect(hits[0]?.tip.lines.join()).not.toContain('预算');
  });
});

describe('names', () => {
  test('red ones come before larger ones', () => {
    const sorted = [category('large', { appropriation: 9e10 }), category('red', { light: 'red' })].sort(
      byUrgency,
    );
    expect(sorted.map(({ id }) => id)).toEqual(['red', 'large']);
  });

  test('no two names cover each other, however many points share a spot', () => {
    const crowd = Array.from({ length: 12 }, (_, index) =>
      category(String(index), { quotaUse: 0.8 + index / 1000 }),
    );
    const named = scene(...crowd).marks.flatMap((mark) =>
      mark.kind === 'text' && mark.text.startsWith('类') ? [mark] : [],
    );
    expect(named.length).toBeLessThan(12);
    expect(new Set(named.map(({ x, y, align }) => `${x} ${y} ${align}`)).size).toBe(named.length);
  });
});

test('time gone is a level line with its words', () => {
  const words = scene(category('a')).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  expect(words).toContain('时间进度 75\u2009%');
});

test('an empty scatter is drawable', () => {
  const empty: ScatterInput = { categories: [], timeShare: null };
  expect(drawStill((look, size) => quotaScatterOption(empty, look, size), 290, 358)).not.toMatch(
    /NaN|Infinity/,
  );
});
