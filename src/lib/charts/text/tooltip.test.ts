import { expect, test } from 'vitest';
import { escapeHtml } from './escape-html';
import { tooltipHtml } from './tooltip';

test('names from files are shown, never run', () => {
  const html = tooltipHtml({ name: '<img src=x onerror=alert(1)>', lines: ['"a" & \'b\' <script>'] });
  expect(html).not.toMatch(/<(img|script)/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).toContain('&quot;a&quot; &amp; &#39;b&#39; &lt;script&gt;');
});

test('a tooltip carries no style attribute, which the content policy refuses', () => {
  expect(tooltipHtml({ name: '演示企业', lines: ['名额 1 / 2'] })).not.toContain('style=');
});

test('escaping twice shows the entities, so it is done once', () => {
  expect(escapeHtml(escapeHtml('&'))).toBe('&amp;amp;');
});
