import { afterEach, describe, expect, test, vi } from 'vitest';
import { PackageError } from './package-error';
import { isSealed, passphraseFault, sealPackage, shortestPassphrase, unsealPackage } from './sealed-package';

const passphrase = '演示口令-2026-九月';
const content = new TextEncoder().encode('演示内容'.repeat(500));
const sealed = await sealPackage(content, passphrase, 'a.fundlens');
const headerBytes = 41;

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PackageError && error.findings.length === 1) return error.findings[0]?.code;
    throw error;
  }
  return undefined;
}

const flipped = (at: number, bit = 1): Uint8Array => {
  const copy = sealed.slice();
  copy[at] = (copy[at] ?? 0) ^ bit;
  return copy;
};

const open = (bytes: Uint8Array, words = passphrase) => codeOf(unsealPackage(bytes, words, 'a.fundlens'));

afterEach(() => vi.unstubAllGlobals());

test('what was sealed opens again with its passphrase, and nothing of it is readable before', async () => {
  expect(await unsealPackage(sealed, passphrase, 'a.fundlens')).toEqual(content);
  expect(isSealed(sealed)).toBe(true);
  expect(Buffer.from(sealed).includes(Buffer.from('演示'))).toBe(false);
  expect(sealed.length).toBe(headerBytes + content.length + 16);
});

test('the header names 600,000 rounds at least, and salt and nonce are new each time', async () => {
  const again = await sealPackage(content, passphrase, 'a.fundlens');
  expect(new DataView(sealed.buffer, sealed.byteOffset).getUint32(9)).toBeGreaterThanOrEqual(600_000);
  expect(again.slice(0, 13)).toEqual(sealed.slice(0, 13));
  expect(again.slice(13, 29)).not.toEqual(sealed.slice(13, 29));
  expect(again.slice(29, 41)).not.toEqual(sealed.slice(29, 41));
  expect(again.slice(41)).not.toEqual(sealed.slice(41));
});

test('a passphrase typed in full width is the same passphrase', async () => {
  const wide = await sealPackage(content, 'ＡＢＣＤ１２３４５６７８', 'a.fundlens');
  expect(await unsealPackage(wide, 'ABCD12345678', 'a.fundlens')).toEqual(content);
});

describe('one refusal for whatever keeps it shut', { timeout: 120_000 }, () => {
  test.each(['演示口令-2026-八月', ` ${passphrase}`, passphrase.slice(0, -1), 'x'])(
    'another passphrase: %j',
    async (words) => {
      expect(await open(sealed, words)).toBe('package_cannot_unseal');
    },
  );

  test('any byte of the header changed', async () => {
    for (let at = 0; at < headerBytes; at++) {
      expect(await open(flipped(at)), `byte ${at}`).toBe('package_cannot_unseal');
      if (at >= 9 && at < 13)
        expect(await open(flipped(at, 0x80)), `byte ${at}`).toBe('package_cannot_unseal');
    }
  });

  test('any of many bytes of the content or its tag changed', async () => {
    const last = sealed.length - 1;
    const step = Math.floor((last - headerBytes) / 12);
    const places = Array.from({ length: 12 }, (_, index) => headerBytes + index * step);
    for (const at of [...places, last - 15, last - 7, last]) {
      expect(await open(flipped(at, 0x10)), `byte ${at}`).toBe('package_cannot_unseal');
    }
  });

  test('cut off anywhere, or longer than it was', async () => {
    for (const length of [
      0,
      7,
      8,
      headerBytes - 1,
      headerBytes,
      headerBytes + 15,
      headerBytes + 16,
      sealed.length - 1,
    ]) {
      expect(await open(sealed.slice(0, length)), `${length} bytes`).toBe('package_cannot_unseal');
    }
    expect(await open(new Uint8Array([...sealed, 0]))).toBe('package_cannot_unseal');
  });

  test('fewer rounds than a safe file has, or so many that opening would take minutes', async () => {
    for (const rounds of [0, 1000, 599_999, 5_000_001, 0xffffffff]) {
      const copy = sealed.slice();
      new DataView(copy.buffer).setUint32(9, rounds);
      const started = Date.now();
      expect(await open(copy)).toBe('package_cannot_unseal');
      expect(Date.now() - started).toBeLessThan(100);
    }
  });
});

describe('the passphrase', () => {
  test('is refused when it is empty, blank or one character too short, and taken at its shortest', async () => {
    const short = 'a'.repeat(shortestPassphrase - 1);
    for (const words of ['', ' '.repeat(20), short, ` ${short} `, '😀'.repeat(shortestPassphrase - 1)]) {
      expect(passphraseFault(words)).toBe('package_short_passphrase');
      expect(await codeOf(sealPackage(content, words, 'a.fundlens'))).toBe('package_short_passphrase');
    }
    expect(passphraseFault('a'.repeat(shortestPassphrase))).toBeNull();
  });

  test('is asked for when a sealed package comes without one', async () => {
    expect(await open(sealed, '')).toBe('package_needs_passphrase');
  });
});

test('where the browser offers no cryptography, sealing and opening say so', async () => {
  vi.stubGlobal('crypto', { getRandomValues: () => undefined });
  expect(await codeOf(sealPackage(content, passphrase, 'a.fundlens'))).toBe('package_no_crypto');
  expect(await open(sealed)).toBe('package_no_crypto');
});
