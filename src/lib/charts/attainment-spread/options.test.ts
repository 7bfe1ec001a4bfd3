import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { attainmentSpreadOption, attainmentSpreadScene, binText, type SpreadInput } from './options';

const input: SpreadInput = {
  bins: [
    { from: 0, below: 0.6, count: 2 },
    { from: 0.6, below: 1, count: 0 },
    { from: 1, below: 1.3, count: 8 },
    { from: 1.3, below: null, count: 1 },
  ],
  unknown: 3,
};
const theme = fileTheme();
const scene = (given: SpreadInput) => attainmentSpreadScene(given, theme, { width: 420, height: 240 });

describe('the spread of attainments', () => {
  test('has a column for every bin with its count, an empty one with a zero', () => {
    const figures = scene(input).marks.flatMap((mark) =>
      mark.kind === 'text' && mark.bold === false && mark.fill === theme.colour('--ink') ? [mark.text] : [],
    );
    expect(figures).toEqual(['2', '0', '8', '1', '3']);
  });

  test('states its limits under the edges', () => {
    const words = scene(input).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words).toEqual(expect.arrayContaining(['0', '60', '100', '130\u2009%', '无值']));
  });

  test('is dark from the target on and pale below', () => {
    const fills = scene(input).marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.fill] : []));
    expect(fills.slice(0, 5)).toEqual(
      ['--bar-2', '--bar-2', '--bar', '--bar', '--bar-track'].map((token) => theme.colour(token as '--bar')),
    );
  });

  test('says each bin in its tooltip', () => {
    expect(scene(input).hits.map(({ tip }) => tip.name)).toEqual([
      '0–60\u2009%',
      '60–100\u2009%',
      '100–130\u2009%',
      '130\u2009% 以上',
      '无值',
    ]);
    expect(binText({ from: 0.2, below: 0.4, count: 1 })).toBe('20–40\u2009%');
  });

  test('of no projects is drawable', () => {
    const empty = { bins: input.bins.map((bin) => ({ ...bin, count: 0 })), unknown: 0 };
    expect(drawStill((look, size) => attainmentSpreadOption(empty, look, size), 240, 358)).not.toMatch(
      /NaN|Infinity/,
    );
  });
});
