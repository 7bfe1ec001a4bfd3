import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { indicatorTimelineOption, indicatorTimelineScene, type TimelineInput } from './options';

const points = [
  { date: '2024-03-31', value: 10, target: 40, reporting: 2 },
  { date: '2024-06-30', value: 25, target: 60, reporting: 3 },
  { date: '2024-09-30', value: 48, target: 60, reporting: 3 },
];
const size = { width: 440, height: 270 };
const scene = (input: TimelineInput) => indicatorTimelineScene(input, fileTheme(), size);
const words = (input: TimelineInput) =>
  scene(input).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('an indicator by quarter', () => {
  test('ends with the last sum and the targets of the same projects', () => {
    expect(words({ points, unit: '项' })).toEqual(expect.arrayContaining(['实际 48', '目标 60']));
  });

  test('that does not add up is a ratio without a target', () => {
    const ratios = points.map((point) => ({ ...point, value: 0.8, target: null }));
    const found = words({ points: ratios, unit: null });
    expect(found).toContain('平均完成 80\u2009%');
    expect(found.join()).not.toContain('目标');
  });

  test('says in each tooltip how many projects had reported', () => {
    expect(scene({ points, unit: '项' }).hits[1]?.tip.lines).toEqual([
      '实际 25\u2009项',
      '目标 60\u2009项',
      '已报 3 个项目',
    ]);
  });

  test('breaks where nothing is known', () => {
    const broken = points.map((point, index) => (index === 1 ? { ...point, value: null } : point));
    const lines = scene({ points: broken, unit: '项' }).marks.filter(
      (mark) => mark.kind === 'line' && mark.width === 2.4,
    );
    expect(lines).toHaveLength(0);
  });

  test('of one quarter, of zeros and of nothing is drawable', () => {
    for (const given of [[], points.slice(0, 1), points.map((point) => ({ ...point, value: 0, target: 0 }))])
      expect(
        drawStill((look, at) => indicatorTimelineOption({ points: given, unit: '项' }, look, at), 270, 358),
      ).not.toMatch(/NaN|Infinity/);
  });
});
