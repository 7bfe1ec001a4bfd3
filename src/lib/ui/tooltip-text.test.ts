import { expect, test } from 'vitest';
import { tooltipHtml, tooltipLine } from './tooltip-text';

const text = { name: '<b>演示企业</b>', result: '61 %', lines: ['36,600 ÷ 60,000'], note: 'a & b' };

test('text in a tooltip is never HTML', () => {
  expect(tooltipHtml(text)).toBe(
    '<b>&lt;b&gt;演示企业&lt;/b&gt;</b>\u300061 %<br>36,600 ÷ 60,000<br><span class="tip-note">a &amp; b</span>',
  );
});

test('the same stands in one line for titles', () => {
  expect(tooltipLine(text)).toBe('<b>演示企业</b> 61 %; 36,600 ÷ 60,000; a & b');
});
