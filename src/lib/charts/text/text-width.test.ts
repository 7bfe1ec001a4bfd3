import { describe, expect, test } from 'vitest';
import { fitText, textWidth, wrapText } from './text-width';

test('a Han sign is one em wide, a figure about half', () => {
  expect(textWidth('名额', 10)).toBe(20);
  expect(textWidth('88', 10)).toBeCloseTo(11.4);
});

describe('shortening', () => {
  test('a text that fits exactly stays whole', () => {
    expect(fitText('名额', 10, 20)).toBe('名额');
  });

  test('a text that is one pixel too wide loses its end', () => {
    expect(fitText('支持名额', 10, 39)).toBe('支持…');
  });
});

describe('breaking into lines', () => {
  test('breaks between Han signs, never before a closing one', () => {
    expect(wrapText('名额用尽，钱慢', 10, 40)).toEqual(['名额用尽，', '钱慢']);
  });

  test('keeps Latin words and figures whole', () => {
    expect(wrapText('quota used 88 %', 10, 65)).toEqual(['quota used', '88 %']);
  });

  test('an empty text has no lines', () => {
    expect(wrapText('', 10, 40)).toEqual([]);
  });
});
