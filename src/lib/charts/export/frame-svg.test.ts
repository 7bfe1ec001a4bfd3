import { describe, expect, test } from 'vitest';
import { fileTheme } from '../theme/theme';
import { frameSvg, type Caption } from './frame-svg';

const caption: Caption = {
  title: '4 类名额用尽 <b>',
  subtitle: '占名额 %',
  source: '来源：项目库',
  scope: '截至 2026-09-30',
  sampleMark: '演示数据',
};
const frame = (more: Partial<Caption> = {}, width = 600) =>
  frameSvg(
    '<text dominant-baseline="central">甲</text>',
    { width, height: 100 },
    { ...caption, ...more },
    [{ kind: 'bar', word: '立项' }],
    fileTheme(),
  );

describe('an exported picture', () => {
  const { svg, size } = frame();

  test('stands alone: name space, size, ground, font', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="648"/);
    expect(svg).toContain(`font-family="'PingFang SC'`);
    expect(svg).toContain(`<rect width="648" height="${size.height}" fill="#ffffff"/>`);
    expect(svg).not.toMatch(/var\(|style=|class=/);
  });

  test('carries title, subtitle, key, source, scope and sample mark', () => {
    for (const words of [
      '4 类名额用尽 &lt;b&gt;',
      '占名额 %',
      '立项',
      '来源：项目库　截至 2026-09-30',
      '演示数据',
    ]) {
      expect(svg).toContain(words);
    }
    expect(svg).not.toContain('<b>');
  });

  test('has no mark of sample data on figures of the office', () => {
    expect(frame({ sampleMark: null }).svg).not.toContain('演示数据');
  });

  test('centres lines in a way that office programs know', () => {
    expect(svg).not.toContain('dominant-baseline');
  });

  test('a long title takes more lines and more height', () => {
    const long = frame({ title: '名额用尽，'.repeat(20) });
    expect(long.size.height).toBeGreaterThan(size.height + 20);
  });

  test('is as tall as it must be without subtitle, source and scope', () => {
    const bare = frameSvg(
      '',
      { width: 600, height: 100 },
      { title: '甲', sampleMark: null },
      [],
      fileTheme(),
    );
    expect(bare.size.height).toBeLessThan(size.height);
    expect(bare.svg).not.toContain('NaN');
  });
});
