import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lightFontFamily, lightTokens } from './light-tokens';
import { attributeFamily, emOfRoot, fileTheme, referringTheme, usualEm } from './theme';

const css = readFileSync(fileURLToPath(new URL('../../ui/look/tokens.css', import.meta.url)), 'utf8');
const firstRoot = /:root\s*\{([\s\S]*?)\n\}/.exec(css)?.[1] ?? '';
const valueOf = (name: string) =>
  new RegExp(`(?:^|[\\s;])${name}:\\s*([^;]+);`).exec(firstRoot)?.[1]?.replace(/\s+/g, ' ').trim();

test.each(Object.entries(lightTokens))(
  '%s of exported pictures is the one of the style sheet',
  (name, value) => {
    expect(valueOf(name)?.toLowerCase()).toBe(value);
  },
);

test('the family of exported pictures is the one of the style sheet', () => {
  expect(attributeFamily(valueOf('--font-sans') ?? '')).toBe(lightFontFamily);
});

test('notes are 12.5 pixels under the usual root', () => {
  expect(valueOf('--fs-note')).toMatch(/^0?\.78125rem/);
  expect(usualEm).toBe(12.5);
  expect(emOfRoot(18)).toBeCloseTo(14.06, 2);
});

test('a page refers to variables, a file holds values', () => {
  expect(referringTheme().colour('--bar')).toBe('var(--bar)');
  expect(fileTheme().colour('--bar')).toBe('#0f5c73');
});

test('families keep no double quotes, which would end an attribute', () => {
  expect(attributeFamily('"PingFang SC",\n  "Microsoft YaHei"')).toBe("'PingFang SC', 'Microsoft YaHei'");
});
