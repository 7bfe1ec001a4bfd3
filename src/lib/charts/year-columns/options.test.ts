import { expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { yearColumnsOption, yearColumnsScene, type YearColumnsInput } from './options';

const input: YearColumnsInput = {
  series: [
    { id: 'appropriation', label: '预算', tone: 'track' },
    { id: 'paid', label: '已拨付', tone: 'bar' },
  ],
  years: [
    { label: '2023 年', amounts: { appropriation: 4.417e11, paid: 0 } },
    { label: '2026 年', note: '草案', amounts: { appropriation: 4.6e11, paid: null }, reason: '尚未立项' },
  ],
};
const scene = (given: YearColumnsInput, width = 430) =>
  yearColumnsScene(given, fileTheme(), { width, height: 250 });
const words = (given: YearColumnsInput, width?: number) =>
  scene(given, width).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

test('years, keys and figures are named', () => {
  expect(words(input)).toEqual(
    expect.arrayContaining(['预算', '已拨付', '2023 年', '2026 年 草案', '44.2', '46.0']),
  );
});

test('zero is a figure on the baseline, a missing amount a dash', () => {
  expect(words(input)).toEqual(expect.arrayContaining(['0.0', '—']));
});

test('the tooltip gives the reason for what is missing', () => {
  expect(scene(input).hits[1]?.tip).toEqual({
    name: '2026 年 草案',
    lines: ['预算 46.00\u2009亿元', '已拨付 —', '尚未立项'],
  });
});

test('figures that would touch their neighbours are left to tooltip and table', () => {
  expect(words(input, 90)).not.toContain('44.2');
});

test('without amounts or years the chart is drawable', () => {
  for (const given of [
    { ...input, years: [] },
    { series: [], years: input.years },
  ]) {
    expect(drawStill((theme, size) => yearColumnsOption(given, theme, size), 250, 358)).not.toMatch(
      /NaN|Infinity/,
    );
  }
});
