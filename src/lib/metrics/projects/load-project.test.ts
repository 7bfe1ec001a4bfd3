import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import {
  contextOf,
  libraryOf,
  loadSmall,
  payment,
  project,
  recovery,
  tranche,
} from '../fixtures/small-library';
import type { MetricsContext } from '../scope';
import { loadProject } from './load-project';

let engine: Engine;
let context: MetricsContext;

const code = '91320000MA00000001';
const rows = libraryOf({
  project: [
    project('A1', {
      recipient_name: '甲公司',
      recipient_code: code,
      awarded_on: '2024-03-15',
      award_fen: 200,
      requested_fen: 300,
    }),
    project('A2', { recipient_name: '甲公司（更名）', recipient_code: code }),
    project('A3', { recipient_name: '甲公司' }),
    project('A4', { recipient_name: '甲公司', recipient_code: '91320000MA00000002' }),
    project('A5', { recipient_name: '甲公司', submitted_on: '2026-05-01' }),
    project("O'1", { recipient_name: '乙公司' }),
  ],
  disbursement: [payment('A1', '2024-06-30', 100), payment('A1', '2025-06-30', 100, 2)],
  tranche: [tranche('A1', '2024-05-31', 100), tranche('A1', '2026-05-31', 100, 2)],
  recovery: [recovery('A1', '2025-07-01', 5)],
});

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
});
afterAll(() => engine.close());

const load = (id: string, asOf: string | null = null) =>
  loadProject(engine, context, { ...openFilters(2023), asOf }, id);

describe('a single project', () => {
  test('comes with its row, plan, payments and file', async () => {
    const view = await load('A1');
    expect(view?.row).toEqual(rows.project[0]);
    expect(view?.standing).toMatchObject({ stage: 'paid', paid_fen: 200, unpaid_fen: 0, recovered_fen: 5 });
    expect(view?.planned.map(({ planned_on }) => planned_on)).toEqual(['2024-05-31', '2026-05-31']);
    expect(view?.payments.map(({ paid_on }) => paid_on)).toEqual(['2024-06-30', '2025-06-30']);
    expect(view?.file?.name).toBe('演示汇总表.xlsx');
  });

  test('knows nothing of what came after the day, but what was planned', async () => {
    const dayBefore = await load('A1', '2025-06-29');
    expect(dayBefore?.payments).toHaveLength(1);
    expect(dayBefore?.recoveries).toEqual([]);
    expect(dayBefore?.planned).toHaveLength(2);
    expect((await load('A1', '2025-06-30'))?.payments).toHaveLength(2);
  });

  test('finds the same applicant by credit code, and by name where a code is missing', async () => {
    expect((await load('A1'))?.neighbours.map(({ project_id }) => project_id)).toEqual(['A2', 'A3']);
    expect((await load('A3'))?.neighbours.map(({ project_id }) => project_id)).toEqual(['A1', 'A4']);
  });

  test('is null where the library has none of that number', async () => {
    expect(await load('nothing')).toBeNull();
    expect(await load("' OR 1 = 1 --")).toBeNull();
    expect((await load("O'1"))?.row.recipient_name).toBe('乙公司');
  });
});
