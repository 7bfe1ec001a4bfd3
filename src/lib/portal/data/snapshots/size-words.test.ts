import { expect, test } from 'vitest';
import { sizeWords } from './size-words';

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1 KB'],
  [1025, '1 KB'],
  [1024 * 1024 - 1, '1.0 MB'],
  [1024 * 1024, '1.0 MB'],
  [1_258_291, '1.2 MB'],
  [2 * 1024 ** 4, '2.0 TB'],
])('%i bytes read %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
