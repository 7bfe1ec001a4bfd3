import { expect, test } from 'vitest';
import { passphraseFault, shortestPassphrase as sealed } from '$lib/library/package/sealed-package';
import { passphraseStrength, shortestPassphrase } from './passphrase-strength';

test('what the page calls short is what the seal refuses', () => {
  expect(shortestPassphrase).toBe(sealed);
  for (const words of [
    '',
    '            ',
    'k7#mQ2vX9pL',
    ' k7#mQ2vX9pL ',
    'k7#mQ2vX9pLw',
    '演示口令二〇二六年九月份',
  ]) {
    expect(passphraseStrength(words) === 'short', words).toBe(passphraseFault(words) !== null);
  }
});

test.each([
  ['eleven characters', 'k7#mQ2vX9pL', 'short'],
  ['twelve characters', 'k7#mQ2vX9pLw', 'fair'],
  ['five different ones', 'k7#mQk7#mQk7', 'weak'],
  ['six different ones', 'k7#mQ2k7#mQ2', 'fair'],
  ['counted up', 'abcdefghijkl', 'weak'],
  ['one said again', 'aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['fifteen characters', 'k7#mQ2vX9pLw!c3', 'fair'],
  ['sixteen characters', 'k7#mQ2vX9pLw!c3R', 'strong'],
  ['sixteen characters, nine of them different', 'k7#mQ2vX9k7#mQ2v', 'fair'],
  ['a Chinese sentence', '运河边的老柳树今年又发了新芽', 'fair'],
])('%s', (_, words, strength) => {
  expect(passphraseStrength(words)).toBe(strength);
});
