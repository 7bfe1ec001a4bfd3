import { describe, expect, test } from 'vitest';
import { inlineScriptHashes, withoutPolicyTag } from './page-scripts';

// sha256 of `alert(1)`, as `printf 'alert(1)' | openssl dgst -sha256 -binary | base64` gives it.
const alertHash = 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';

describe('hashes of inline scripts', () => {
  test('are those of the exact text, for plain and module scripts', () => {
    expect(inlineScriptHashes('<script>alert(1)</script><p><script type="module">alert(1)</script>')).toEqual(
      [alertHash, alertHash],
    );
  });

  test('a blank more makes another hash', () => {
    expect(inlineScriptHashes('<script> alert(1)</script>')).not.toContain(alertHash);
  });

  test('scripts from a file and blocks of data have none', () => {
    const html = '<script src="/a.js"></script><script type="application/json" data-x>{"a":1}</script>';
    expect(inlineScriptHashes(html)).toEqual([]);
  });
});

describe('the policy tag', () => {
  test('goes, and only it', () => {
    const html = `<head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="script-src 'self' 'sha256-x='">
    <link href="./a.js" rel="modulepreload"></head>`;
    expect(withoutPolicyTag(html)).toBe(`<head>
    <meta charset="utf-8" />
    <link href="./a.js" rel="modulepreload"></head>`);
  });
});
