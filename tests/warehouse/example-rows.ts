import type { Row } from '../../src/lib/domain/tables';

/** Appropriations that try the types: negative and very large money, leap day, missing text and numbers. */
export const appropriations: Row<'appropriation'>[] = [
  {
    guide_year: 2023,
    category_id: 'guides/2023/green-upgrade',
    amount_fen: 9_007_199_254_740_991,
    period_start: '2024-02-29',
    period_end: '2025-12-31',
    source_file_id: 'f1',
    source_sheet: '表“一”',
    source_row: 7,
  },
  {
    guide_year: 2023,
    category_id: 'guides/2023/green-upgrade',
    amount_fen: -9_007_199_254_740_991,
    period_start: '1969-12-31',
    period_end: '2026-01-01',
    source_file_id: 'f1',
    source_sheet: null,
    source_row: null,
  },
  {
    guide_year: 2020,
    category_id: "it's",
    amount_fen: 1,
    period_start: '2020-01-01',
    period_end: '2020-12-31',
    source_file_id: 'f2',
    source_sheet: '',
    source_row: 0,
  },
];

/** Questions that both engines must answer alike. */
export const questions: { sql: string; params: (string | number | boolean | null)[] }[] = [
  { sql: 'SELECT * FROM appropriation ORDER BY amount_fen', params: [] },
  { sql: 'SELECT sum(amount_fen) AS total, count(source_row) AS rows_known FROM appropriation', params: [] },
  { sql: 'SELECT category_id FROM appropriation WHERE amount_fen > ? ORDER BY 1', params: [2_147_483_648] },
  { sql: 'SELECT amount_fen FROM appropriation WHERE amount_fen = ?', params: [-9_007_199_254_740_991] },
  {
    sql: 'SELECT count(*) AS n FROM appropriation WHERE period_start <= CAST(? AS DATE)',
    params: ['2024-02-29'],
  },
  {
    sql: "SELECT category_id FROM appropriation WHERE category_id = ? OR category_id = '?'",
    params: ["it's"],
  },
  {
    sql: 'SELECT typeof(?) AS whole, typeof(?) AS share, typeof(?) AS words, typeof(?) AS truth',
    params: [1, 0.5, '一', true],
  },
  { sql: 'SELECT range AS n FROM range(?) LIMIT ?', params: [5, 2] },
  { sql: 'SELECT coalesce(?, 7) AS n, ? IS NULL AS missing', params: [null, null] },
  { sql: 'SELECT 1 / 0 AS nothing, 7 / 2 AS share, 0.1 + 0.2 AS tenths, 1e300 AS large', params: [] },
  { sql: "SELECT TIMESTAMP '2024-02-29 01:02:03.456' AS moment, DATE '0001-01-01' AS first_day", params: [] },
  {
    sql: "SELECT '𠮷 <b>' AS words, CAST(NULL AS DATE) AS no_date, CAST(12.50 AS DECIMAL(10, 2)) AS price",
    params: [],
  },
  { sql: 'SELECT amount_fen FROM appropriation WHERE guide_year = 1999', params: [] },
];

/** Questions that both must refuse. */
export const refusals: string[] = [
  'selekt',
  'SELECT * FROM no_such_table',
  'SELECT CAST(9007199254740992 AS BIGINT) AS too_large',
  'SELECT sum(amount_fen) + 9007199254740991 AS too_large FROM appropriation WHERE amount_fen > 1',
  'SELECT [1, 2] AS several',
  "SELECT * FROM read_csv('/etc/passwd')",
  "COPY appropriation TO '/tmp/appropriation.csv'",
  "ATTACH '/tmp/other.db'",
  'LOAD httpfs',
  'SET threads = 1',
  'SET enable_external_access = true',
];
