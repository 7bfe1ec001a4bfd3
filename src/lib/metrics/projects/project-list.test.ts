import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import type { Filters } from '../filters';
import { contextOf, libraryOf, loadSmall, payment, project, recovery } from '../fixtures/small-library';
import { ids } from '../fixtures/small-rulebook';
import type { MetricsContext } from '../scope';
import { summarise } from './list-summary';
import { loadProjectList } from './load-list';
import type { ProjectColumns } from './project-columns';

let engine: Engine;
let context: MetricsContext;

const won = { awarded_on: '2024-03-15', award_fen: 200, status: 'awarded' } as const;
const rows = libraryOf({
  project: [
    project('A1', { ...won, requested_fen: 300, ceiling_fen: 250, accepted_on: '2025-06-01' }),
    project('A2', { ...won, requested_fen: 300, terminated_on: '2025-01-01', city_adcode: '320500' }),
    project('A3', { requested_fen: 90 }),
    project('A4', { submitted_on: '2024-05-01' }),
    project('C1', { ...won, category_id: ids.gamma }),
    project('Z1', { guide_year: 2026, category_id: ids.draftAlpha }),
  ],
  disbursement: [payment('A1', '2024-06-30', 150), payment('A2', '2024-06-30', 20)],
  recovery: [recovery('A2', '2025-03-01', 20)],
});

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
});
afterAll(() => engine.close());

const everything = async (changes: Partial<Filters> = {}, limit?: number): Promise<ProjectColumns> => {
  const filters = { ...openFilters(2023), ...changes };
  const columns = await loadProjectList(engine, context, filters, limit === undefined ? {} : { limit });
  if (!columns) throw new Error('nobody stopped it');
  return columns;
};
const all = (columns: ProjectColumns) => [...Array(columns.length).keys()];

describe('the list of projects', () => {
  test('holds the projects of the year with what was known on the day', async () => {
    const columns = await everything();
    expect(columns.column('project_id')).toEqual(['A1', 'A2', 'A3', 'A4', 'C1']);
    expect(columns.at(0)).toMatchObject({ paid_fen: 150, unpaid_fen: 50, accepted_on: '2025-06-01' });
    expect(columns.at(1)).toMatchObject({ stage: 'terminated', recovered_fen: 20 });
    expect(columns.at(2)).toMatchObject({ paid_fen: null, award_fen: null, file_name: '演示汇总表.xlsx' });
  });

  test('leaves out what came after the day', async () => {
    const before = await everything({ asOf: '2024-04-30' });
    expect(before.column('project_id')).not.toContain('A4');
    expect(before.at(0)).toMatchObject({ paid_fen: 0, accepted_on: null });
    expect((await everything({ asOf: '2024-05-01' })).column('project_id')).toContain('A4');
  });

  test('comes in parts that together are the whole', async () => {
    const whole = await everything();
    for (const limit of [1, 2, 4, 5, 6]) {
      const parts = await everything({}, limit);
      expect([limit, parts.column('project_id')]).toEqual([limit, whole.column('project_id')]);
    }
  });

  test('stops when nobody waits any more', async () => {
    const loaded: number[] = [];
    const columns = await loadProjectList(engine, context, openFilters(2023), {
      limit: 2,
      isWanted: () => loaded.length === 0,
      onRows: (count) => loaded.push(count),
    });
    expect([columns, loaded]).toEqual([null, [2]]);
  });

  test('follows the filters', async () => {
    expect((await everything({ region: '320500' })).column('project_id')).toEqual(['A2']);
    expect((await everything({ stage: 'applied' })).column('project_id')).toEqual(['A3', 'A4']);
  });
});

describe('the summary', () => {
  test('adds up what is stated and says how many do not state it', async () => {
    const columns = await everything();
    const { count, awards, sums } = summarise(columns, all(columns), context.meta);
    expect([count, awards]).toEqual([5, 3]);
    expect(sums.requested_fen).toEqual({ fen: 690, reason: null, unstated: 2 });
    expect(sums.award_fen.fen).toBe(600);
    expect(sums.paid_fen.fen).toBe(170);
    expect(sums.investment_fen).toEqual({ fen: null, reason: 'no_values', unstated: 5 });
  });

  test('of no rows is a real zero', async () => {
    expect(summarise(await everything(), [], context.meta).sums.award_fen.fen).toBe(0);
  });

  test('knows no awards and payments where none were loaded', async () => {
    const columns = await everything({ stage: 'applied' });
    const { meta } = contextOf(rows, { datasets: ['projects'] });
    const { awards, sums } = summarise(columns, all(columns), meta);
    expect(awards).toBeNull();
    expect([sums.award_fen.reason, sums.paid_fen.reason]).toEqual(['no_awards', 'no_disbursements']);
  });
});
