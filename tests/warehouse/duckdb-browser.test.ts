import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startNodeEngine } from '../../src/lib/warehouse/duckdb-node';
import { startSite, type TestSite } from '../browser/site';
import type { OpenedPage } from '../browser/open-page';
import { buildHarness } from './build-harness';
import { appropriations, questions, refusals } from './example-rows';
import type {} from './harness/page';

let harness: Awaited<ReturnType<typeof buildHarness>>;
let site: TestSite;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  harness = await buildHarness();
  site = await startSite(harness.folder);
  opened = await site.open();
  page = opened.page;
}, 120_000);

afterAll(async () => {
  await opened.close();
  await site.close();
  await harness.remove();
});

const load = () =>
  page.evaluate(async (rows) => {
    const engine = await window.warehouse.browserEngine();
    await engine.loadTables({ appropriation: rows, tranche: [] });
  }, appropriations);

describe('the engine of the browser, under the CSP of the server', { timeout: 120_000 }, () => {
  test('starts once, tells its progress and is shared', async () => {
    const found = await page.evaluate(async () => {
      const heard: number[] = [];
      const { browserEngine } = window.warehouse;
      const both = await Promise.all([
        browserEngine({ onProgress: ({ loadedBytes }) => heard.push(loadedBytes) }),
        browserEngine(),
      ]);
      const last = heard.at(-1) ?? 0;
      return {
        same: both[0] === both[1],
        rising: heard.every((bytes, at) => at === 0 || bytes >= (heard[at - 1] ?? 0)),
        last,
      };
    });
    expect(found).toMatchObject({ same: true, rising: true });
    expect(found.last).toBeGreaterThan(1_000_000);
  });

  test('knows the size of its own file', () => {
    expect(statSync('node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm').size).toBe(34_242_586);
  });

  test('answers every question as the engine of Node does', async () => {
    await load();
    const node = await startNodeEngine();
    await node.loadTables({ appropriation: appropriations, tranche: [] });
    for (const question of questions) {
      const here = await node.query(question);
      const there = await page.evaluate(
        async (asked) => (await window.warehouse.browserEngine()).query(asked),
        question,
      );
      expect(there, question.sql).toEqual(here);
    }
    await node.close();
  });

  test('refuses with the SQL and the words of the engine', async () => {
    await load();
    const node = await startNodeEngine();
    await node.load('appropriation', appropriations);
    const ask = (sql: string) =>
      page.evaluate(async (asked) => {
        const engine = await window.warehouse.browserEngine();
        return engine.query({ sql: asked, params: [] }).then(
          () => null,
          (cause: Error & { sql?: string }) => ({
            name: cause.name,
            sql: cause.sql,
            told: cause.message !== '',
          }),
        );
      }, sql);
    for (const sql of refusals) {
      await expect(node.query({ sql, params: [] }), sql).rejects.toMatchObject({ name: 'EngineError', sql });
      expect(await ask(sql), sql).toEqual({ name: 'EngineError', sql, told: true });
    }
    await node.close();
  });

  test('keeps the earlier tables when a load fails, and goes on answering', async () => {
    await load();
    const found = await page.evaluate(async (rows) => {
      const engine = await window.warehouse.browserEngine();
      const bad = rows.map((row) => ({ ...row, amount_fen: 0.5 }));
      const message = await engine.loadTables({ tranche: [], appropriation: bad }).then(
        () => 'no error',
        (cause: Error) => cause.message,
      );
      const left = await engine.query({ sql: 'SELECT count(*) AS n FROM appropriation', params: [] });
      const tables = await engine.query({
        sql: 'SELECT table_name AS t FROM duckdb_tables() ORDER BY 1',
        params: [],
      });
      return { message, left, tables };
    }, appropriations);
    expect(found.message).toContain(
      'appropriation.amount_fen, row 1: expected a safe integer of 分, found 0.5',
    );
    expect(found.left).toEqual([{ n: 3 }]);
    expect(found.tables).toEqual([{ t: 'appropriation' }, { t: 'tranche' }]);
  });

  test('shows its plan', async () => {
    await load();
    const plan = await page.evaluate(async () => {
      const engine = await window.warehouse.browserEngine();
      return engine.explain({ sql: 'SELECT * FROM appropriation WHERE guide_year = ?', params: [2023] });
    });
    expect(plan).toContain('SEQ_SCAN');
  });

  test('a start that takes too long ends with a timeout and another may follow', async () => {
    const code = await page.evaluate(() =>
      window.warehouse.startBrowserEngine({ timeoutMs: 1 }).then(
        () => 'started',
        (cause: Error & { code?: string }) => cause.code,
      ),
    );
    expect(code).toBe('timeout');
  });
});

describe('the engine where it cannot run', { timeout: 60_000 }, () => {
  const startCode = (at: Page) =>
    at.evaluate(() =>
      window.warehouse.startBrowserEngine({ timeoutMs: 20_000 }).then(
        () => 'started',
        (cause: Error & { code?: string }) => cause.code,
      ),
    );

  test('a page that may not compile WebAssembly says blocked at once', async () => {
    const { page: strict, context } = await site.open();
    await context.route('**/', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        headers: { ...answer.headers(), 'content-security-policy': "script-src 'self'" },
      });
    });
    await strict.reload();
    expect(await startCode(strict)).toBe('blocked');
    await context.close();
  });

  test('a missing engine file says failed, a missing worker blocked', async () => {
    const { page: poor, context } = await site.open();
    await context.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    expect(await startCode(poor)).toBe('failed');
    await context.unroute('**/*.wasm');
    await context.route('**/*worker*.js', (route) => route.fulfill({ status: 404 }));
    expect(await startCode(poor)).toBe('blocked');
    await context.close();
  });

  test('a browser without WebAssembly says no_wasm', async () => {
    const { page: old, context } = await site.open();
    await old.evaluate(() => Reflect.deleteProperty(window, 'WebAssembly'));
    expect(await startCode(old)).toBe('no_wasm');
    await context.close();
  });
});
