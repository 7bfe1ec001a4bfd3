import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { engineReady, goTo, settled } from './portal-page';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: number;
}

/** Asks as a browser on this machine does; the body is counted, not unpacked. */
const ask = (address: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = { 'accept-encoding': 'gzip, deflate, br', ...headers };
    request(site.url + address, { headers: sent }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes }));
      answer.on('error', reject);
    })
      .on('error', reject)
      .end();
  });

function builtFile(ending: string): { address: string; bytes: number } {
  const found = readdirSync('build/_app/immutable', { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(ending),
  );
  if (!found) throw new Error(`no file in the build ends with ${ending}`);
  const file = path.join('build/_app/immutable', found);
  return { address: `/_app/immutable/${found}`, bytes: statSync(file).size };
}

describe('the server', () => {
  test('sends the content security policy with every page and script', async () => {
    for (const address of ['/', '/quota', '/en/compare', builtFile('.js').address, '/no-such-page']) {
      const policy = (await ask(address)).headers['content-security-policy'] ?? '';
      const directives = new Map(
        String(policy)
          .split('; ')
          .map((directive) => {
            const [name = '', ...sources] = directive.split(' ');
            return [name, sources];
          }),
      );
      expect(directives.get('default-src')).toEqual(["'self'"]);
      expect(directives.get('connect-src')).toEqual(["'self'"]);
      expect(directives.get('worker-src')).toEqual(["'self'"]);
      expect(directives.get('script-src')).toContain("'wasm-unsafe-eval'");
      expect(directives.get('script-src')).not.toContain("'unsafe-eval'");
      expect(directives.get('script-src')).not.toContain("'unsafe-inline'");
    }
  });

  test('sends the engine in brotli, as WebAssembly, to be kept for ever', async () => {
    const engine = builtFile('.wasm');
    const { status, headers, bytes } = await ask(engine.address);
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toBe('application/wasm');
    expect(headers['cache-control']).toMatch(/max-age=31536000.*immutable/);
    expect(bytes).toBeLessThan(engine.bytes / 4);
  });

  test('lets pages be kept only after asking, and answers 304 when nothing changed', async () => {
    const { headers } = await ask('/');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { 'if-none-match': String(headers.etag) });
    expect(again).toMatchObject({ status: 304, bytes: 0 });
  });

  test('keeps what is meant for servers to itself, and has a page for wrong addresses', async () => {
    for (const address of ['/csp.json', '/nginx.conf', '/no-such-page']) {
      expect(await ask(address)).toMatchObject({ status: 404 });
    }
    await site.withPage({ path: '/no-such-page', expected: [/404/] }, async ({ page }) => {
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('没有这一页');
    });
  });
});

describe('a tour through the portal', () => {
  test('asks no other machine for anything, on any page, in either language', async () => {
    const opened = await site.open();
    const { page, context } = opened;
    const asked: string[] = [];
    context.on('request', (sent) => asked.push(sent.url()));
    await engineReady(page);
    for (const name of ['预算与名额', '集群与城市', '指南', '数据', '概览']) await goTo(page, name);
    for (const address of ['/en', '/en/quota', '/en/compare', '/en/policy', '/en/data']) {
      await page.goto(site.url + address);
      await settled(page);
    }
    expect(asked.length).toBeGreaterThan(20);
    expect(
      asked.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(site.url)),
    ).toEqual([]);
    await opened.close();
  });
});
