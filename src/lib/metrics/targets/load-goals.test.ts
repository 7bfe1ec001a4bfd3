import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import { formById } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import { contextOf, libraryOf, loadSmall, payment, project } from '../fixtures/small-library';
import type { MetricsContext } from '../scope';
import { goalsBy, groupGoals } from './goal-groups';
import { loadGoals } from './load-goals';

let engine: Engine;
let context: MetricsContext;
const forms = readForms();
const scoring = readScoring();
const form = formById(forms, 2023, '1-18');
const [first, second] = form.indicators.filter(
  ({ kind, direction, group, parts }) =>
    kind === 'quantitative' && direction === 'higher' && group === null && !parts,
);
const origin = { source_file_id: 'f1', source_sheet: '1-18', source_row: 9 };
const key = { guide_year: 2023, form_id: '1-18' };

const target = (project_id: string, indicator: string, value: number): Row<'target'> => ({
  project_id,
  ...key,
  indicator_key: indicator,
  own_name: null,
  own_unit: null,
  target_number: value,
  target_text: null,
  annual_number: null,
  annual_text: null,
  ...origin,
});
const report = (
  project_id: string,
  indicator: string,
  period_end: string,
  value: number | null,
): Row<'progress'> => ({
  project_id,
  ...key,
  indicator_key: indicator,
  period_end,
  actual_number: value,
  actual_text: null,
  note: null,
  ...origin,
});
const awarded = (id: string, award_fen: number, city_adcode = '320100') =>
  project(id, {
    awarded_on: '2024-01-15',
    award_fen,
    start_date: '2024-01-01',
    end_date: '2024-12-31',
    city_adcode,
  });

const a = first?.id ?? '';
const b = second?.id ?? '';
const rows = libraryOf({
  project: [awarded('A1', 100), awarded('A2', 300, '320500'), awarded('A3', 50), project('A4')],
  disbursement: [payment('A1', '2024-05-01', 50), payment('A2', '2024-05-01', 300)],
  target: [target('A1', a, 100), target('A1', b, 10), target('A2', a, 100), target('A4', a, 1)],
  progress: [
    report('A1', a, '2024-03-31', 30),
    report('A1', a, '2024-06-30', 60),
    report('A1', a, '2024-09-30', 100),
    report('A1', b, '2024-06-30', 2),
    report('A2', a, '2024-03-31', 10),
    report('A2', a, '2024-06-30', null),
  ],
});

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
});
afterAll(() => engine.close());

const variant = scoring.variants[0];
const load = (asOf: string, changes: object = {}) => {
  if (!variant) throw new Error('there is no variant');
  const filters = { ...openFilters(2023), asOf, ...changes };
  return loadGoals(engine, context, filters, { forms, scoring }, variant);
};

describe('goals of the awarded projects', () => {
  test('come for every awarded project, with the latest report by the as-of day', async () => {
    const goals = await load('2024-07-31');
    expect(goals.map(({ project: { project_id } }) => project_id)).toEqual(['A1', 'A2', 'A3']);
    const [one] = goals;
    const paces = one?.indicators.map(({ reportedTo, light }) => [reportedTo, light.light]);
    expect(new Set(paces?.map(([to]) => to))).toEqual(new Set(['2024-06-30']));
    expect(one?.indicators.find(({ cell }) => cell.key === a)?.share).toMatchObject({ share: 0.6 });
    expect(one?.progress).toBeCloseTo((0.6 + 0.2) / 2, 9);
    expect(one?.goal).toBe('red');
    expect(one?.execution).toBe(0.5);
    // 213 of 366 days have gone by the as-of day, 182 by the end of the reported quarter.
    expect(one?.goalPace).toBeCloseTo(0.4 / (182 / 366), 9);
    expect(one?.gap).toBeCloseTo(0.4 / (182 / 366) - 0.5 / (213 / 366), 9);
  });

  test('a value reported blank does not hide the one before, and the report is overdue', async () => {
    const [, other] = await load('2024-07-31');
    expect(other?.indicators[0]).toMatchObject({
      reportedTo: '2024-03-31',
      light: { reason: 'report_overdue' },
    });
    expect(other?.goal).toBe('grey');
    expect(other?.reportOverdue).toBe(true);
  });

  test('a project without targets is grey and has no progress', async () => {
    const [, , none] = await load('2024-07-31');
    expect(none).toMatchObject({ goal: 'grey', progress: null, gap: null });
  });

  test('follow the as-of day and the filters', async () => {
    const [early] = await load('2024-04-30');
    expect(early?.indicators.find(({ cell }) => cell.key === a)?.actual?.number).toBe(30);
    const there = await load('2024-07-31', { region: '320500' });
    expect(there.map(({ project: { project_id } }) => project_id)).toEqual(['A2']);
  });
});

describe('goals of groups', () => {
  test('weigh projects by award, over those whose progress is known', async () => {
    const goals = await load('2024-07-31');
    const all = groupGoals('all', goals, context.rulebook.lights);
    expect(all).toMatchObject({ projects: 3, reporting: 1, awardFen: 450, counts: { red: 1, grey: 2 } });
    expect(all.progress).toBeCloseTo((100 * 0.4 + 300 * 0.1) / 400, 9);
    expect(all.execution).toBeCloseTo(350 / 450, 9);
    expect(all.goalPace).toBeCloseTo((100 * 0.4 + 300 * 0.1) / (100 * (182 / 366) + 300 * (91 / 366)), 9);
    expect(all.budgetPace).toBeCloseTo(350 / (450 * (213 / 366)), 9);
    expect(all.goal).toBe('red');
  });

  test('are kept apart by their key', async () => {
    const goals = await load('2024-07-31');
    const places = goalsBy(goals, ({ project: { place_adcode } }) => place_adcode, context.rulebook.lights);
    expect(places.map(({ key: place, projects }) => [place, projects])).toEqual([
      ['320100', 2],
      ['320500', 1],
    ]);
  });

  test('of nothing are not known', () => {
    expect(groupGoals('none', [], context.rulebook.lights)).toMatchObject({
      progress: null,
      goal: 'grey',
      gap: null,
    });
  });
});
