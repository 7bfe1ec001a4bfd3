import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = path.dirname(new URL(import.meta.url).pathname);
const tokens = readFileSync(path.join(folder, 'tokens.css'), 'utf8');

function colours(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

const split = tokens.indexOf("[data-theme='dark']");
const themes = {
  light: colours(tokens.slice(0, split)),
  dark: colours(tokens.slice(split, tokens.indexOf('@media print'))),
};

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [ink: string, ground: string][] = [
  ['--ink', '--paper'],
  ['--ink-2', '--paper'],
  ['--ink-3', '--paper'],
  ['--ink-3', '--paper-2'],
  ['--accent', '--paper'],
  ['--on-accent', '--accent'],
  ['--now', '--paper'],
  ['--lamp-red', '--paper'],
  ['--lamp-red', '--lamp-red-wash'],
  ['--ink', '--seq-1'],
  ['--ink', '--seq-2'],
  ['--ink', '--seq-3'],
  ['--on-seq-4', '--seq-4'],
  ['--on-seq-5', '--seq-5'],
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(pairs)('%s on %s reaches 4.5 : 1', (ink, ground) => {
    const words = themes[theme][ink];
    const paper = themes[theme][ground];
    expect(words && paper && contrast(words, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

test('no size of the screen is under 12.5 px', () => {
  const screen = tokens.slice(0, tokens.indexOf('@media print'));
  const sizes = [...screen.matchAll(/--fs-[\w]+: ([\d.]+)rem/g)].map((match) => Number(match[1]) * 16);
  expect(sizes.length).toBeGreaterThan(8);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12.5);
});
