import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyLibrary, libraryTables, type Row } from '$lib/domain/tables';
import { startNodeEngine } from './duckdb-node';
import { EngineError, type Engine, type SqlValue } from './engine';
import { loadLibrary } from './load-library';

let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
});
afterAll(() => engine.close());

const ask = (sql: string, ...params: SqlValue[]) => engine.query({ sql, params });

const payment = (change: Partial<Row<'disbursement'>> = {}): Row<'disbursement'> => ({
  project_id: 'p1',
  sequence: 1,
  paid_fen: 100,
  paid_on: '2024-02-29',
  source_file_id: 'f1',
  source_sheet: null,
  source_row: null,
  ...change,
});

describe('a table', () => {
  test('comes back as it was loaded: money, leap day, missing values', async () => {
    const rows = [
      payment(),
      payment({ sequence: 2, paid_fen: Number.MAX_SAFE_INTEGER, source_sheet: '', source_row: 0 }),
      payment({ sequence: 3, paid_fen: Number.MIN_SAFE_INTEGER, paid_on: '1969-12-31' }),
    ];
    await engine.load('disbursement', rows);
    expect(await ask('SELECT * FROM disbursement ORDER BY sequence')).toEqual(rows);
  });

  test('has a column of the right type for every column of its definition', async () => {
    await engine.load('region', []);
    const types = await ask(
      "SELECT column_name AS name, data_type AS type, is_nullable AS nullable FROM duckdb_columns() WHERE table_name = 'region'",
    );
    expect(types).toContainEqual({ name: 'adcode', type: 'VARCHAR', nullable: false });
    expect(types).toContainEqual({ name: 'reports_directly', type: 'BOOLEAN', nullable: false });
    expect(types).toContainEqual({ name: 'gdp_fen', type: 'BIGINT', nullable: true });
  });

  test.each([2047, 2048, 2049])('of %d rows arrives whole, around the size of a chunk', async (count) => {
    await engine.load(
      'disbursement',
      Array.from({ length: count }, (_, at) => payment({ sequence: at, paid_fen: at })),
    );
    const sum = (count * (count - 1)) / 2;
    expect(await ask('SELECT count(*) AS n, sum(paid_fen) AS paid FROM disbursement')).toEqual([
      { n: count, paid: sum },
    ]);
  });

  test('is replaced by the next load, not added to', async () => {
    await engine.load('disbursement', [payment(), payment()]);
    await engine.load('disbursement', []);
    expect(await ask('SELECT count(*) AS n, sum(paid_fen) AS paid FROM disbursement')).toEqual([
      { n: 0, paid: null },
    ]);
  });

  test('of a library is there even when the library is empty', async () => {
    await loadLibrary(engine, emptyLibrary());
    for (const table of Object.keys(libraryTables)) {
      expect(await ask(`SELECT count(*) AS n FROM "${table}"`)).toEqual([{ n: 0 }]);
    }
  });
});

describe('a failed load', () => {
  beforeEach(() => engine.loadTables({ disbursement: [payment()], recovery: [] }));

  test('leaves the earlier rows and nothing of its own', async () => {
    const bad = [payment({ paid_fen: 1 }), payment({ paid_fen: 0.5 })];
    await expect(engine.load('disbursement', bad)).rejects.toThrow(
      'loading disbursement: disbursement.paid_fen, row 2: expected a safe integer of 分, found 0.5',
    );
    expect(await ask('SELECT * FROM disbursement')).toEqual([payment()]);
    expect(await ask("SELECT count(*) AS n FROM duckdb_tables() WHERE table_name LIKE '%incoming'")).toEqual([
      { n: 0 },
    ]);
  });

  test('of one table leaves all tables of the same load', async () => {
    const recovery = { project_id: 'p1', recovered_fen: 1, recovered_on: 'soon', source_file_id: 'f1' };
    const bad = [{ ...recovery, source_sheet: null, source_row: null }];
    await expect(engine.loadTables({ disbursement: [], recovery: bad })).rejects.toThrow(EngineError);
    expect(await ask('SELECT count(*) AS n FROM disbursement')).toEqual([{ n: 1 }]);
  });

  test('does not keep the next one from working', async () => {
    await engine.load('disbursement', [payment({ paid_on: '2023-02-29' })]).catch(() => undefined);
    await engine.load('disbursement', [payment(), payment()]);
    expect(await ask('SELECT count(*) AS n FROM disbursement')).toEqual([{ n: 2 }]);
  });
});

describe('an answer', () => {
  test('takes parameters of every type, numbers beyond 32 bits exactly', async () => {
    const values = [2_147_483_648, -9_007_199_254_740_991, 0.25, "it's ?", true, null];
    expect(await ask('SELECT ? AS a, ? AS b, ? AS c, ? AS d, ? AS e, ? AS f', ...values)).toEqual([
      { a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5] },
    ]);
  });

  test('has null where a division by zero has no value', async () => {
    expect(await ask('SELECT 1 / 0 AS a, -1 / 0 AS b, 0.0 / 0 AS c')).toEqual([
      { a: null, b: null, c: null },
    ]);
  });

  test('is refused one above the largest safe integer, given at it', async () => {
    expect(await ask('SELECT 9007199254740991::BIGINT AS n')).toEqual([{ n: Number.MAX_SAFE_INTEGER }]);
    await expect(ask('SELECT 9007199254740992::BIGINT AS n')).rejects.toThrow(
      'column n: expected an integer up to 2^53',
    );
    await expect(ask('SELECT sum(x) AS n FROM (VALUES (9007199254740991), (1)) AS v(x)')).rejects.toThrow(
      EngineError,
    );
  });

  test('has dates as ISO text and moments without zone', async () => {
    expect(await ask("SELECT DATE '2024-02-29' AS d, TIMESTAMP '2024-02-29 08:30:00' AS t")).toEqual([
      { d: '2024-02-29', t: '2024-02-29T08:30:00.000' },
    ]);
  });
});

describe('an error', () => {
  test('keeps the SQL, the words of the engine and the cause', async () => {
    const sql = 'SELECT no_such_column FROM (SELECT 1 AS a)';
    const error: unknown = await ask(sql).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ sql, message: expect.stringContaining('no_such_column') as string });
    expect((error as EngineError).cause).toBeInstanceOf(Error);
  });

  test.each([
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY (SELECT 1) TO '/tmp/fundlens-test.csv'",
    "ATTACH '/tmp/fundlens-test.db'",
    'SET enable_external_access = true',
    'SET threads = 1',
  ])('answers whatever would reach outside: %s', async (sql) => {
    await expect(ask(sql)).rejects.toThrow(EngineError);
  });

  test('comes after close, and closing twice is no fault', async () => {
    const short = await startNodeEngine();
    await short.close();
    await short.close();
    await expect(short.query({ sql: 'SELECT 1 AS a', params: [] })).rejects.toThrow('closed');
  });
});

describe('calls at once', () => {
  test('are served in their order, and a query never sees half of a load', async () => {
    await engine.loadTables({ disbursement: [], recovery: [] });
    const seen = await Promise.all([
      ask('SELECT count(*) AS n FROM disbursement'),
      engine.loadTables({ disbursement: [payment()] }).then(() => null),
      ask('SELECT count(*) AS n FROM disbursement'),
      ask('SELECT nonsense').catch(() => 'refused'),
      ask('SELECT count(*) AS n FROM disbursement'),
    ]);
    expect(seen).toEqual([[{ n: 0 }], null, [{ n: 1 }], 'refused', [{ n: 1 }]]);
  });
});

test('the plan of a statement is text, with its parameters bound', async () => {
  await engine.load('disbursement', [payment()]);
  expect(
    await engine.explain({ sql: 'SELECT * FROM disbursement WHERE paid_fen > ?', params: [5] }),
  ).toContain('disbursement');
});
