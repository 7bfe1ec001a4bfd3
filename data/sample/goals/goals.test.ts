import { describe, expect, test } from 'vitest';
import { quarterEnd } from '$lib/domain/calendar';
import { cellsOf, formById } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { accumulates } from '$lib/policy/scoring/accumulates';
import { awarded, meta, rows } from '../tested-sample';

const forms = readForms();
const withForm = new Set(rows.target_form.map((row) => row.project_id));
const cells = new Map(
  forms.flatMap((form) =>
    [...form.indicators, ...form.ownIndicators]
      .flatMap(cellsOf)
      .map((cell) => [`${form.guideYear} ${form.id} ${cell.key}`, cell]),
  ),
);
const cellOf = (row: { guide_year: number; form_id: string; indicator_key: string }) =>
  cells.get(`${row.guide_year} ${row.form_id} ${row.indicator_key}`);

describe('targets of the sample', () => {
  test('use every form of both guides whose category has projects', () => {
    const used = new Set(rows.target_form.map((row) => `${row.guide_year} ${row.form_id}`));
    const unused = forms.filter((form) => !used.has(`${form.guideYear} ${form.id}`));
    // Nobody applied for what a separate notice will open.
    expect(unused.map(({ title }) => title.zh)).toEqual([expect.stringContaining('充电')]);
  });

  test('stand on cells that their form has, or are the project’s own', () => {
    const stray = rows.target.filter((row) => !cellOf(row) && !row.indicator_key.startsWith('own/'));
    expect(stray).toEqual([]);
    for (const row of rows.target_form)
      expect(() => formById(forms, row.guide_year, row.form_id)).not.toThrow();
  });

  test('and reports are only there where there is a target', () => {
    const key = (row: { project_id: string; form_id: string; indicator_key: string }) =>
      `${row.project_id} ${row.form_id} ${row.indicator_key}`;
    const set = new Set(rows.target.map(key));
    expect(rows.progress.filter((row) => !set.has(key(row)))).toEqual([]);
  });
});

describe('reports of the sample', () => {
  const byCell = new Map<string, typeof rows.progress>();
  for (const row of rows.progress) {
    const key = `${row.project_id} ${row.form_id} ${row.indicator_key}`;
    byCell.set(key, [...(byCell.get(key) ?? []), row]);
  }

  test('come at ends of quarters, none after the as-of day, and only from awarded projects', () => {
    expect(rows.progress.filter(({ period_end: day }) => quarterEnd(day) !== day || day > meta.asOf)).toEqual(
      [],
    );
    const ids = new Set(awarded.map((row) => row.project_id));
    expect(rows.progress.filter((row) => !ids.has(row.project_id))).toEqual([]);
  });

  test('grow, but for a few that go backwards', () => {
    let steps = 0;
    let back = 0;
    for (const list of byCell.values()) {
      const [first] = list;
      const cell = first && cellOf(first);
      if (!cell || !accumulates(cell)) continue;
      for (let index = 1; index < list.length; index++) {
        steps += 1;
        if ((list[index]?.actual_number ?? 0) < (list[index - 1]?.actual_number ?? 0)) back += 1;
      }
    }
    expect(steps).toBeGreaterThan(500);
    expect(back).toBeGreaterThan(0);
    expect(back / steps).toBeLessThan(0.01);
  });

  test('are missing for a few awarded projects', () => {
    const reporting = new Set(rows.progress.map((row) => row.project_id));
    const silent = awarded.filter((row) => withForm.has(row.project_id) && !reporting.has(row.project_id));
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.length / awarded.length).toBeLessThan(0.15);
  });
});

describe('acceptances of the sample', () => {
  test('agree with the projects: the last check of an accepted project passed on its day', () => {
    for (const project of rows.project.filter((row) => row.accepted_on !== null)) {
      const checks = rows.acceptance.filter((row) => row.project_id === project.project_id);
      expect(checks.at(-1)).toMatchObject({ accepted_on: project.accepted_on, result: 'passed' });
    }
  });

  test('have deferred and failed ones too', () => {
    expect(new Set(rows.acceptance.map(({ result }) => result))).toEqual(
      new Set(['passed', 'deferred', 'failed']),
    );
  });
});
