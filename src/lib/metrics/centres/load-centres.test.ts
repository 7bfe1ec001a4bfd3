import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readRulebook } from '$lib/policy/read-rules';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { libraryOf, loadSmall, project } from '../fixtures/small-library';
import { loadCentres } from './load-centres';

const rulebook = readRulebook();
const books = { centres: readCentreRules(), book: readConditionBook() };
const origin = { source_file_id: 'f1', source_sheet: '名录', source_row: 3 };
const host = '演示企业0001（南京）';

const centre = (centre_id: string, changes: Partial<Row<'centre'>> = {}): Row<'centre'> => ({
  centre_id,
  name: `演示中心${centre_id}`,
  host: null,
  field_number: 6,
  city_adcode: '320100',
  approved_on: '2023-09-30',
  is_national: false,
  ...origin,
  ...changes,
});
const staff = (reported_on: string | null, value_number: number | null): Row<'centre_fact'> => ({
  centre_id: 'a',
  fact_id: 'centre_research_staff',
  value_number,
  value_text: null,
  reported_on,
  ...origin,
});
const result = (centre_id: string, year: number, grade_id: string | null): Row<'centre_assessment'> => ({
  centre_id,
  year,
  aspect_id: null,
  points: 70,
  grade_id,
  note: null,
  ...origin,
});
const handedIn = (period_end: string, submitted_on: string): Row<'centre_report'> => ({
  centre_id: 'a',
  report_id: 'annual-report',
  period_end,
  submitted_on,
  ...origin,
});
const applied = (id: string, category_id: string, submitted_on: string) =>
  project(id, { recipient_name: host, category_id, submitted_on });

const library = libraryOf({
  project: [
    applied('p1', 'guides/2023/innovation-centre-capacity', '2024-03-01'),
    applied('p2', 'guides/2023/innovation-centre-capacity', '2024-10-01'),
    applied('p3', 'guides/2023/green-upgrade', '2024-09-01'),
  ],
  centre: [
    centre('a', { host }),
    centre('b', { city_adcode: '320500', field_number: null }),
    centre('later', { approved_on: '2024-10-01' }),
    centre('unknown', { approved_on: null, is_national: null }),
  ],
  centre_fact: [
    staff('2023-12-31', 49),
    staff('2024-06-30', 50),
    staff('2024-07-31', null),
    staff('2025-01-01', 20),
  ],
  centre_assessment: [result('a', 2024, 'failed'), result('a', 2025, 'good'), result('b', 2024, null)],
  centre_report: [handedIn('2023-12-31', '2024-03-01'), handedIn('2024-12-31', '2025-01-31')],
});

let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, library);
});
afterAll(() => engine.close());

const centresOn = (asOf: string, cities: string[] | null = null) =>
  loadCentres(engine, rulebook, { asOf, cities }, books);
async function caseOn(asOf: string, id: string) {
  const { cases } = await centresOn(asOf);
  const found = cases.find((one) => one.centre.centre_id === id);
  if (!found) throw new RangeError(`no centre ${id}`);
  return found;
}

describe('centres of a scope', () => {
  test('are those approved by the day, and those nobody knows the day of', async () => {
    const ids = async (day: string) =>
      (await centresOn(day)).cases.map(({ centre: { centre_id } }) => centre_id);
    expect(await ids('2024-09-30')).toEqual(['a', 'b', 'unknown']);
    expect(await ids('2024-10-01')).toEqual(['a', 'b', 'later', 'unknown']);
  });

  test('of a city leave out the others, while the count of the library stays', async () => {
    const { cases, held } = await centresOn('2024-10-01', ['320500']);
    expect(cases.map(({ centre: { centre_id } }) => centre_id)).toEqual(['b']);
    expect(held).toBe(4);
    expect((await centresOn('2024-10-01', [])).cases).toEqual([]);
  });
});

describe('what is known of a centre on a day', () => {
  test('is the last value of a fact that was reported; a blank does not hide it', async () => {
    const staffOn = async (day: string) => (await caseOn(day, 'a')).values.now['centre_research_staff'];
    expect(await staffOn('2024-06-29')).toBe(49);
    expect(await staffOn('2024-06-30')).toBe(50);
    expect(await staffOn('2024-09-30')).toBe(50);
    expect(await staffOn('2025-01-01')).toBe(20);
  });

  test('is the grade of its year, and the time to mend after a fail', async () => {
    const before = await caseOn('2024-12-31', 'a');
    expect(before.latest).toEqual({ year: 2024, gradeId: 'failed' });
    expect(before.rectifications).toMatchObject([{ state: 'running', endsOn: '2025-12-31' }]);
    expect((await caseOn('2025-01-01', 'a')).rectifications).toMatchObject([{ state: 'mended' }]);
  });

  test('is nothing where a year has no grade', async () => {
    const { latest, values, windows } = await caseOn('2024-12-31', 'b');
    expect(latest).toBeNull();
    expect(values.now['centre_latest_grade']).toBeUndefined();
    expect(windows[0]?.state).toBe('assessed');
  });

  test('is the latest application of its host for support, whatever else it applied for', async () => {
    expect((await caseOn('2024-09-30', 'a')).application?.project_id).toBe('p1');
    expect((await caseOn('2024-10-01', 'a')).application?.project_id).toBe('p2');
    expect((await caseOn('2024-10-01', 'b')).application).toBeNull();
  });

  test('is which reports came in: late ones, missing ones, and those not yet due', async () => {
    const states = async (day: string) =>
      (await caseOn(day, 'a')).owed
        .filter(({ reportId }) => reportId === 'annual-report')
        .map(({ periodEnd, state }) => [periodEnd, state]);
    expect(await states('2024-02-29')).toEqual([['2023-12-31', 'due']]);
    expect(await states('2024-09-30')).toEqual([['2023-12-31', 'late']]);
    expect(await states('2025-02-28')).toEqual([
      ['2023-12-31', 'late'],
      ['2024-12-31', 'in_time'],
    ]);
  });

  test('has no cycle and no reports owed while nobody knows when it was approved', async () => {
    const { cycle, windows, owed, ruling } = await caseOn('2024-09-30', 'unknown');
    expect({ cycle, windows, owed }).toEqual({ cycle: null, windows: [], owed: [] });
    expect(ruling.support.missing).toContain('centre_approved_on');
  });
});

test('founding and support are answered clause by clause, with the clause', async () => {
  const { ruling } = await caseOn('2024-09-30', 'a');
  const staffed = ruling.founding.conditions.find(({ condition }) => condition.id === 'research-staff');
  expect(staffed).toMatchObject({ answer: 'met', condition: { source: { section: '二/（四）4' } } });
  expect(ruling.support.conditions.map(({ answer }) => answer)).toContain('not_met');
  expect(ruling.fund?.conditions).toHaveLength(6);
});
