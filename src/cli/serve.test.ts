import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishBuild } from './finish-build';
import { serveFolder, type SiteServer } from './serve';

let folder: string;
let site: SiteServer;

const script = 'const answer = 42;\n'.repeat(100);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fundlens-serve-'));
  const build = path.join(folder, 'build');
  await mkdir(path.join(build, '_app/immutable'), { recursive: true });
  await mkdir(path.join(build, 'en'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(build, '.hidden'), 'hidden');
  await writeFile(
    path.join(build, 'index.html'),
    `<meta http-equiv="content-security-policy" content="x"><script>alert(1)</script>${'<p>概览</p>'.repeat(100)}`,
  );
  await writeFile(path.join(build, 'quota.html'), '<h1>名额</h1>');
  await writeFile(path.join(build, 'en', 'index.html'), '<h1>Overview</h1>');
  for (const [name, words] of [
    ['projects', '项目'],
    ['projects/any', '任一项目'],
    ['projects/known', '已知项目'],
    ['en/projects', 'Projects'],
    ['en/projects/any', 'Any project'],
  ] as const) {
    await mkdir(path.dirname(path.join(build, name)), { recursive: true });
    await writeFile(path.join(build, `${name}.html`), `<h1>${words}</h1>`);
  }
  await writeFile(path.join(build, '_app/immutable/a.js'), script);
  await writeFile(path.join(build, '_app/immutable/a.wasm'), Buffer.alloc(2000));
  await finishBuild(build, path.join(folder, 'cache'));
  site = await serveFolder({ folder: build, port: 0 });
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Plain http: fetch would tidy the address up and unpack the body. */
const ask = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: site.port, path: address, headers, method },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });

describe('pages', () => {
  test.each([
    ['/', '概览'],
    ['/quota', '名额'],
    ['/quota?area=own-brands', '名额'],
    ['/quota.html', '名额'],
    ['/en', 'Overview'],
  ])('%s has its page', async (address, words) => {
    const { status, headers, body } = await ask(address);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(body.toString()).toContain(words);
  });

  test.each([
    ['/projects', '<h1>项目</h1>'],
    ['/projects/D2023-0001', '任一项目'],
    ['/projects/D2023-0001?theme=dark', '任一项目'],
    ['/projects/p-2023.v1', '任一项目'],
    ['/projects/%E7%94%B2%2F1', '任一项目'],
    ['/projects/known', '已知项目'],
    ['/en/projects', 'Projects'],
    ['/en/projects/D2023-0001', 'Any project'],
  ])('%s is answered, any project by the one page that is for all', async (address, words) => {
    const { status, headers, body } = await ask(address, { 'accept-encoding': 'identity' });
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(body.toString()).toContain(words);
  });

  test.each(['/projects/a/b', '/fr/projects/a', '/project/a', '/projects2/a'])(
    '%s is no project',
    async (address) => {
      expect((await ask(address)).status).toBe(404);
    },
  );

  test('a slash behind a project leads to the project', async () => {
    const { status, headers } = await ask('/projects/D2023-0001/?theme=dark');
    expect([status, headers['location']]).toEqual([308, '/projects/D2023-0001?theme=dark']);
  });

  test('a slash at the end leads to the address without it, keeping the filters', async () => {
    const { status, headers } = await ask('/quota/?area=own-brands');
    expect([status, headers['location']]).toEqual([308, '/quota?area=own-brands']);
  });

  test('slashes in front cannot lead to another site', async () => {
    expect((await ask('//example.org/')).headers['location']).toBe('/example.org');
  });

  test('an address without a page gets the page that says so', async () => {
    const { status, body } = await ask('/nothing');
    expect(status).toBe(404);
    expect(body.toString()).toContain('没有这一页');
  });
});

describe('what must stay inside', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/en/../../secret.txt',
    '/..\\secret.txt',
    '/%00',
    '/%zz',
    '/.hidden',
    '/projects/..%2f..%2fsecret.txt',
    '/projects/.hidden',
  ])('%s is refused', async (address) => {
    const { status, body } = await ask(address);
    expect(status).toBe(400);
    expect(body.toString()).not.toMatch(/secret|hidden/);
  });

  test.each(['/csp.json', '/nginx.conf', '/en%2f..'])('%s is not for readers', async (address) => {
    expect([400, 404]).toContain((await ask(address)).status);
  });

  test('only reading is possible', async () => {
    const { status, headers } = await ask('/', {}, 'POST');
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});

describe('headers', () => {
  test('the policy names the inline scripts and allows WebAssembly, on every answer', async () => {
    for (const address of ['/', '/_app/immutable/a.js', '/nothing']) {
      const policy = String((await ask(address)).headers['content-security-policy']);
      expect(policy).toContain(
        "script-src 'self' 'wasm-unsafe-eval' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
      );
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain("'unsafe-eval'");
    }
    expect(await readFile(path.join(folder, 'build', 'index.html'), 'utf8')).not.toContain('http-equiv');
  });

  test('the others are there too', async () => {
    expect((await ask('/')).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  test('files named by their content are kept for ever, a missing one is not', async () => {
    expect((await ask('/_app/immutable/a.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/_app/immutable/b.js')).headers['cache-control']).toBe('no-cache');
  });

  test('wasm says so: otherwise it would not compile while it comes in', async () => {
    expect((await ask('/_app/immutable/a.wasm')).headers['content-type']).toBe('application/wasm');
  });
});

describe('compression', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ])('“%s” gets %s', async (accepted, coding, unpack) => {
    const { headers, body } = await ask('/_app/immutable/a.js', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({
      'content-encoding': coding,
      vary: 'Accept-Encoding',
      'content-length': String(body.length),
    });
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(unpack(body).toString()).toBe(script);
  });

  test('without it the file comes plain', async () => {
    const { headers, body } = await ask('/_app/immutable/a.js');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(script);
  });

  test('a twin older than its file is passed over', async () => {
    const file = path.join(folder, 'build', 'en', 'index.html');
    await writeFile(`${file}.br`, 'stale');
    await utimes(`${file}.br`, new Date(0), new Date(0));
    const { headers, body } = await ask('/en', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, '<h1>Overview</h1>']);
  });
});

describe('asking again', () => {
  test('an unchanged file is not sent twice, its other coding is', async () => {
    const first = await ask('/', { 'accept-encoding': 'br' });
    const known = String(first.headers['etag']);
    const again = await ask('/', { 'accept-encoding': 'br', 'if-none-match': known });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask('/', { 'if-none-match': known })).status).toBe(200);
  });

  test('HEAD has the length and no body', async () => {
    const { status, headers, body } = await ask('/quota', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '15', 0]);
  });
});

test('a taken port is an error with the system’s name for it', async () => {
  await expect(serveFolder({ folder, port: site.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
