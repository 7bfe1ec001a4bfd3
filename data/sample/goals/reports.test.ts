import { expect, test } from 'vitest';
import { quarterEnd } from '$lib/domain/calendar';
import { cellsOf } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { accumulates } from '$lib/policy/scoring/accumulates';
import { awarded, grouped, meta, rows, sum } from '../tested-sample';
import { quartersOf } from './quarterly-reports';

const { explainFrom } = readScoring();
const growing = new Set(
  readForms().flatMap((form) =>
    [...form.indicators, ...form.ownIndicators]
      .flatMap(cellsOf)
      .filter(accumulates)
      .map(({ key }) => `${form.guideYear} ${form.id} ${key}`),
  ),
);
const grows = (row: { guide_year: number; form_id: string; indicator_key: string }) =>
  growing.has(`${row.guide_year} ${row.form_id} ${row.indicator_key}`);

const cellKey = (row: { project_id: string; form_id: string; indicator_key: string }) =>
  `${row.project_id} ${row.form_id} ${row.indicator_key}`;
const series = grouped(rows.progress, cellKey);
const targets = new Map(rows.target.map((row) => [cellKey(row), row]));
const withForm = new Set(rows.target_form.map((row) => row.project_id));
const asked = awarded.filter((row) => withForm.has(row.project_id));

test('reports come at ends of quarters, none after the as-of day', () => {
  const odd = rows.progress.filter(({ period_end: day }) => quarterEnd(day) !== day || day > meta.asOf);
  expect(odd).toEqual([]);
});

test('only awarded projects report, and only what they promised', () => {
  const ids = new Set(awarded.map((row) => row.project_id));
  expect(rows.progress.filter((row) => !ids.has(row.project_id) || !targets.has(cellKey(row)))).toEqual([]);
});

test('no project reports a time before its start or after the quarter of its end', () => {
  const projects = new Map(asked.map((row) => [row.project_id, row]));
  const odd = rows.progress.filter(({ project_id: id, period_end: day }) => {
    const { start_date: start, end_date: end } = projects.get(id) ?? { start_date: null, end_date: null };
    return start === null || end === null || day < start || day > quarterEnd(end);
  });
  expect(odd).toEqual([]);
});

test('about one quarter in thirty that was to be reported is missing, and a few projects never reported', () => {
  const days = grouped(rows.progress, (row) => row.project_id);
  const due = sum(asked.map((project) => quartersOf(project, meta.asOf).length));
  const came = sum([...days.values()].map((list) => new Set(list.map((row) => row.period_end)).size));
  expect(1 - came / due).toBeGreaterThan(0.02);
  expect(1 - came / due).toBeLessThan(0.08);
  const silent = asked.filter((row) => !days.has(row.project_id));
  expect(silent.length).toBeGreaterThan(0);
  expect(silent.length / asked.length).toBeLessThan(0.05);
});

test('what adds up never falls, but for the few reports that were planted', () => {
  let steps = 0;
  let back = 0;
  for (const list of series.values()) {
    const [first] = list;
    if (!first || !grows(first)) continue;
    for (const [index, row] of list.entries()) {
      const before = list[index - 1];
      if (!before) continue;
      steps += 1;
      if ((row.actual_number ?? 0) < (before.actual_number ?? 0)) back += 1;
    }
  }
  expect(steps).toBeGreaterThan(10_000);
  expect(back).toBeGreaterThan(10);
  expect(back / steps).toBeLessThan(0.01);
});

test('some end far above their target, most with a reason, and some far below it', () => {
  const ends = [...series].flatMap(([key, list]) => {
    const last = list.at(-1);
    const target = targets.get(key)?.target_number ?? null;
    if (!last || !grows(last) || last.actual_number === null || !target) return [];
    return [{ ratio: last.actual_number / target, note: last.note }];
  });
  const above = ends.filter(({ ratio }) => ratio >= explainFrom);
  const explained = above.filter(({ note }) => note !== null).length / above.length;
  expect(above.length / ends.length).toBeGreaterThan(0.02);
  expect(above.length / ends.length).toBeLessThan(0.15);
  expect(explained).toBeGreaterThan(0.5);
  expect(explained).toBeLessThan(0.9);
  expect(ends.filter(({ ratio }) => ratio < 0.6).length / ends.length).toBeGreaterThan(0.05);
});

test('the long table stays below 80,000 rows', () => {
  expect(rows.progress.length).toBeGreaterThan(25_000);
  expect(rows.progress.length).toBeLessThan(80_000);
});
