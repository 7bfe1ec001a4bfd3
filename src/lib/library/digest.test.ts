import { afterEach, expect, test, vi } from 'vitest';
import { digestOf } from './digest';
import { sha256 } from './sha256';

afterEach(() => vi.unstubAllGlobals());

test('the digest is the same with the browser’s own hash and without it', async () => {
  const bytes = new TextEncoder().encode('项目库');
  const own = await digestOf(bytes);
  vi.stubGlobal('crypto', {});
  expect([own, await digestOf(bytes)]).toEqual([sha256(bytes), sha256(bytes)]);
});

test('a part of a longer buffer is hashed alone', async () => {
  const bytes = new TextEncoder().encode('甲项目库乙');
  expect(await digestOf(bytes.subarray(3, 12))).toBe(sha256(new TextEncoder().encode('项目库')));
});
