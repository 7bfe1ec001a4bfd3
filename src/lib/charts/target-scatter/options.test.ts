import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { lampPaths } from '$lib/ui/lamp';
import { targetScatterOption, targetScatterScene, type TargetPoint } from './options';

const point = (id: string, more: Partial<TargetPoint> = {}): TargetPoint => ({
  id,
  name: `企业${id}`,
  target: 10,
  actual: 8,
  light: 'green',
  named: false,
  ...more,
});
const scene = (...points: TargetPoint[]) =>
  targetScatterScene({ points, unit: '项' }, fileTheme(), { width: 440, height: 280 });
const words = (...points: TargetPoint[]) =>
  scene(...points).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('target against actual value', () => {
  test('draws every project with the shape of its light', () => {
    const shapes = scene(point('a'), point('b', { light: 'red', actual: 2 })).marks.flatMap((mark) =>
      mark.kind === 'path' ? [mark.data] : [],
    );
    expect(new Set(shapes)).toEqual(new Set([lampPaths.green, lampPaths.red]));
  });

  test('names only those who want it', () => {
    expect(words(point('a', { named: true }), point('b', { actual: 2 }))).toContain('企业a');
    expect(words(point('a', { named: true }), point('b', { actual: 2 }))).not.toContain('企业b');
  });

  test('no two names cover each other, however many points share a spot', () => {
    const crowd = Array.from({ length: 8 }, (_, index) =>
      point(String(index), { named: true, actual: 8 + index / 100 }),
    );
    const named = scene(...crowd).marks.flatMap((mark) =>
      mark.kind === 'text' && mark.text.startsWith('企业') ? [mark] : [],
    );
    expect(named.length).toBeLessThan(8);
    expect(new Set(named.map(({ x, y, align }) => `${x} ${y} ${align}`)).size).toBe(named.length);
  });

  test('the line of the target goes through equal values', () => {
    const [mark] = scene(point('a')).marks.filter(({ kind }) => kind === 'line');
    expect(mark?.kind === 'line' && mark.points).toHaveLength(2);
  });

  test('the tooltip says both values, their ratio and the light; a zero target has no ratio', () => {
    const [hit] = scene(point('a')).hits;
    expect(hit?.tip.lines).toEqual(['目标 10\u2009项', '实际 8\u2009项', '完成 80\u2009%', '绿']);
    expect(scene(point('a', { target: 0 })).hits[0]?.tip.lines).toHaveLength(3);
  });

  test('without points is drawable', () => {
    const empty = { points: [], unit: '项' };
    expect(drawStill((look, size) => targetScatterOption(empty, look, size), 280, 358)).not.toMatch(
      /NaN|Infinity/,
    );
  });
});
