import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from './filter-defaults';
import {
  appropriation,
  contextOf,
  libraryOf,
  loadSmall,
  payment,
  project,
  recovery,
} from './fixtures/small-library';
import { ids } from './fixtures/small-rulebook';
import type { MeasureId } from './measures';
import { allMeasures } from './measures';
import type { MetricsContext } from './scope';
import { scopeOf } from './scope';
import { standingAt } from './standing';
import { firstTracePage, loadTrace } from './trace';

let engine: Engine;
let context: MetricsContext;

const won = { awarded_on: '2024-03-15', status: 'awarded', requested_fen: 90, ceiling_fen: 80 } as const;
const rows = libraryOf({
  project: [
    project('P1', { ...won, award_fen: 70, total_investment_fen: 700, source_row: 11 }),
    project('P2', { ...won, award_fen: 50, category_id: ids.gamma, source_row: 12 }),
    project('P3', {
      ...won,
      award_fen: 40,
      terminated_on: '2025-01-01',
      city_adcode: '320500',
      source_row: 13,
    }),
    project('P4', { requested_fen: 30, source_row: 14 }),
  ],
  disbursement: [
    payment('P1', '2024-05-01', 60),
    payment('P2', '2024-05-01', 10),
    payment('P3', '2024-05-01', 20),
  ],
  recovery: [recovery('P3', '2025-02-01', 15)],
  appropriation: [appropriation(ids.alpha, 500)],
});
const trace = (id: MeasureId, changes = {}) =>
  loadTrace(engine, context, { ...openFilters(2023), ...changes }, id);

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
  return () => engine.close();
});

describe('opening a figure', () => {
  test('the rows behind every figure add up to it, or to the part of a ratio', async () => {
    for (const measure of allMeasures) {
      const { figure, projects } = await trace(measure.id);
      if (projects === null || measure.id === 'quota_headroom') continue;
      const expected = measure.aggregation === 'ratio_of_sums' ? figure.part : figure.value;
      expect([measure.id, projects.contributed]).toEqual([measure.id, expected]);
      const sum = projects.rows.reduce((total, row) => total + (row.contribution ?? 0), 0);
      expect([measure.id, sum]).toEqual([measure.id, expected]);
    }
  });

  test('each row names its file, sheet and row, the largest first', async () => {
    const { projects } = await trace('paid');
    expect(
      projects?.rows.map((row) => [
        row.project_id,
        row.contribution,
        row.file_name,
        row.source_sheet,
        row.source_row,
      ]),
    ).toEqual([
      ['P1', 60, '演示汇总表.xlsx', '表2-1', 11],
      ['P3', 20, '演示汇总表.xlsx', '表2-1', 13],
      ['P2', 10, '演示汇总表.xlsx', '表2-1', 12],
    ]);
  });

  test('the statement shown works from the library’s own tables and gives the figure', async () => {
    const { statement, figure } = await trace('execution_rate');
    expect(statement?.sql).not.toMatch(/standing_/);
    const answer = statement ? await engine.query(statement) : [];
    expect(answer[0]).toEqual({ of_execution_rate_part: figure.part, of_execution_rate_whole: figure.whole });
    expect([figure.part, figure.whole]).toEqual([80, 500]);
  });

  test('an appropriation opens to its rows, a quota to its clauses', async () => {
    expect((await trace('appropriation')).appropriations).toMatchObject([
      { category_id: ids.alpha, amount_fen: 500, file_name: '演示汇总表.xlsx', period_end: '2027-12-31' },
    ]);
    const { quotas, projects } = await trace('quota');
    expect(quotas?.map((clause) => [clause.categoryId, clause.quota])).toEqual([
      [ids.alpha, 4],
      [ids.beta, 2],
    ]);
    expect(quotas?.[0]?.source.words).toBe('不超过');
    expect(projects).toBeNull();
  });

  test('a missing figure opens to its reason and no rows', async () => {
    expect(await trace('appropriation', { region: '320500' })).toMatchObject({
      figure: { value: null, reason: 'only_by_category' },
      statement: null,
      projects: null,
      appropriations: null,
    });
  });

  test('pages follow one another without gap or overlap', async () => {
    const page = (offset: number) =>
      loadTrace(engine, context, openFilters(2023), 'requested', { ...firstTracePage, limit: 3, offset });
    const [first, second] = await Promise.all([page(0), page(3)]);
    const seen = [...(first.projects?.rows ?? []), ...(second.projects?.rows ?? [])].map(
      (row) => row.project_id,
    );
    expect(seen).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(first.projects?.rowCount).toBe(4);
  });
});

describe('facts kept for a day', () => {
  test('are made once for a library and day, and anew for another', async () => {
    const { asOf } = scopeOf(openFilters(2023), context.meta);
    const [one, same] = await Promise.all([
      standingAt(engine, context.meta, asOf),
      standingAt(engine, context.meta, asOf),
    ]);
    const otherDay = await standingAt(engine, context.meta, '2024-01-01');
    const otherLibrary = await standingAt(engine, { ...context.meta }, asOf);
    expect(same).toEqual(one);
    expect(otherDay).not.toEqual(one);
    expect(otherLibrary).not.toEqual(one);
  });

  test('make room for new days, and figures of old days are still right', async () => {
    for (let day = 10; day < 30; day += 1) await trace('paid', { asOf: `2024-04-${day}` });
    const kept = await engine.query({
      sql: "SELECT COUNT(*) AS kept FROM information_schema.tables WHERE table_name LIKE 'standing%'",
      params: [],
    });
    // Two tables a day: facts and events.
    expect(kept[0]?.['kept']).toBeLessThanOrEqual(16);
    expect((await trace('paid')).figure.value).toBe(90);
    expect((await trace('paid', { asOf: '2024-04-30' })).figure.value).toBe(0);
  });
});
