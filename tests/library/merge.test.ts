import { describe, expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import { mergeImport, type OwnLibrary } from '$lib/library/merge-library';
import { file, run, smallTable, type Change } from './small-table';

const dates = { loadedAt: '2026-11-21T08:00:00.000Z', fallbackAsOf: '2026-11-21' };
const load = async (existing: OwnLibrary | null, name: string, lines: Change[]) =>
  mergeImport(existing, await run([file(name, smallTable(lines))]), dates, rulebook);

const first: Change = { recipient: '演示企业一', name: '演示项目一' };
const second: Change = { sequence: '2', recipient: '演示企业二', name: '演示项目二' };
const faulty: Change = { sequence: '3', recipient: '演示企业三', name: '演示项目三', total: '约三千' };

const recipients = ({ library }: OwnLibrary) => library.rows.project.map((row) => row.recipient_name).sort();

describe('an import meets what was loaded before', () => {
  test('the first import is the library, described by its rows', async () => {
    const own = await load(null, '一.csv', [first, second, faulty]);
    expect(own.library.meta).toMatchObject({
      kind: 'own',
      asOf: '2022-11-18',
      loadedAt: dates.loadedAt,
      datasets: ['projects'],
      guideYears: [2023],
      counts: { project: 2, source_file: 1, appropriation: 0 },
    });
    expect(own.quarantine).toHaveLength(1);
  });

  test('another file adds its rows and keeps the others', async () => {
    const own = await load(await load(null, '一.csv', [first]), '二.csv', [{ ...second, sequence: '1' }]);
    expect(recipients(own)).toEqual(['演示企业一', '演示企业二']);
    expect(own.findings).toEqual([]);
  });

  test('a file of the same name replaces its rows, findings and waiting rows', async () => {
    const before = await load(null, '一.csv', [first, second, faulty]);
    const own = await load(before, '一.csv', [first, { ...faulty, sequence: '2', total: '3000' }]);
    expect(recipients(own)).toEqual(['演示企业一', '演示企业三']);
    expect(own.findings).toEqual([]);
    expect(own.quarantine).toEqual([]);
    expect(own.library.rows.source_file).toHaveLength(1);
  });

  test('a file of the same content under another name replaces the first', async () => {
    const own = await load(await load(null, '一.csv', [first, faulty]), '二.csv', [first, faulty]);
    expect(recipients(own)).toEqual(['演示企业一']);
    expect(own.library.rows.source_file.map(({ name }) => name)).toEqual(['二.csv']);
    expect(own.quarantine.map((row) => row.file)).toEqual(['二.csv']);
  });

  test('a project that comes again from another file is replaced, counted once and named', async () => {
    const before = await load(null, '一.csv', [first, second]);
    const own = await load(before, '二.csv', [{ ...first, requested: '400' }]);
    expect(recipients(own)).toEqual(['演示企业一', '演示企业二']);
    expect(own.library.rows.sub_quota_member).toHaveLength(2);
    expect(own.findings).toMatchObject([
      {
        code: 'earlier_row_replaced',
        file: '二.csv',
        cell: '6:6',
        found: '演示项目一',
        expected: '一.csv · 6',
      },
    ]);
    expect(own.library.rows.source_file.map((row) => [row.name, row.rows_loaded])).toEqual([
      ['一.csv', 1],
      ['二.csv', 1],
    ]);
  });

  test('a refused file touches nothing', async () => {
    const before = await load(null, '一.csv', [first]);
    const refused = await run([{ name: '一.csv', bytes: new Uint8Array() }]);
    const own = mergeImport(before, refused, dates, rulebook);
    expect(own.library.rows).toEqual(before.library.rows);
    expect(own.library.meta.hash).toBe(before.library.meta.hash);
  });

  test('the same rows give the same hash, one changed amount another', async () => {
    const one = await load(null, '一.csv', [first, second]);
    const two = await load(await load(null, '一.csv', [second]), '一.csv', [first, second]);
    const other = await load(null, '一.csv', [first, { ...second, requested: '499.999999' }]);
    expect(two.library.meta.hash).toBe(one.library.meta.hash);
    expect(other.library.meta.hash).not.toBe(one.library.meta.hash);
  });

  test('without 汇总时间 the day of loading is the cut-off', async () => {
    const titles = ['附件2-3', '2023年度（自主品牌企业培育）汇总表', '地区：南京市'];
    const own = mergeImport(null, await run([file('一.csv', smallTable([first], titles))]), dates, rulebook);
    expect(own.library.meta.asOf).toBe('2026-11-21');
    expect(own.library.rows.project[0]?.submitted_on).toBeNull();
  });
});

describe('a library narrowed to clusters stays so', () => {
  const inCluster: Change = { ...first, cluster: '是（生物医药集群）' };
  const narrowed = async (): Promise<OwnLibrary> => {
    const own = await load(null, '一.csv', [inCluster]);
    const { meta, rows } = own.library;
    const clusterIds = rows.project.flatMap(({ cluster_id: id }) => id ?? []);
    expect(clusterIds).toHaveLength(1);
    const coverage = { places: [], areaIds: [], categoryIds: [], ...meta.coverage, clusterIds };
    return { ...own, library: { rows, meta: { ...meta, coverage } } };
  };
  const clustersAfter = async (change: Change) =>
    (await load(await narrowed(), '二.csv', [{ ...second, ...change, sequence: '1' }])).library.meta.coverage
      ?.clusterIds;

  test('when what comes in is of its own cluster', async () => {
    expect(await clustersAfter({ cluster: '是（生物医药集群）' })).toHaveLength(1);
  });

  test.each(['否', '是（集成电路集群）'])(
    'but not when a project of another comes in: %s',
    async (cluster) => {
      expect(await clustersAfter({ cluster })).toBeUndefined();
    },
  );
});

test('the library says which tables and places it speaks of, and nothing beyond them', async () => {
  const { coverage } = (await load(null, '一.csv', [first])).library.meta;
  expect(coverage?.areaIds).toEqual(['own-brands']);
  expect(coverage?.categoryIds).toContain('guides/2023/mergers-acquisitions');
  expect(coverage?.categoryIds).not.toContain('guides/2023/green-upgrade');
  expect(coverage?.places).toHaveLength(1);
});
