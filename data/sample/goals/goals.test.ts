import { describe, expect, test } from 'vitest';
import { cellsOf, formById } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { readRulebook } from '$lib/policy/read-rules';
import { awarded, rows, sum } from '../tested-sample';

const forms = readForms();
const { guides } = readRulebook();
const cells = new Map(
  forms.flatMap((form) =>
    [...form.indicators, ...form.ownIndicators]
      .flatMap(cellsOf)
      .map((cell) => [`${form.guideYear} ${form.id} ${cell.key}`, cell]),
  ),
);
const cellOf = (row: { guide_year: number; form_id: string; indicator_key: string }) =>
  cells.get(`${row.guide_year} ${row.form_id} ${row.indicator_key}`);
const isOwn = (row: { indicator_key: string }) => row.indicator_key.startsWith('own/');
const targetsOf = (name: RegExp) =>
  rows.target.flatMap((row) => {
    const cell = cellOf(row);
    return cell && name.test(cell.measure.name.zh) && row.target_number !== null
      ? [{ row, number: row.target_number }]
      : [];
  });

describe('forms of the sample', () => {
  test('use every form of both guides whose category has projects', () => {
    const used = new Set(rows.target_form.map((row) => `${row.guide_year} ${row.form_id}`));
    const unused = forms.filter((form) => !used.has(`${form.guideYear} ${form.id}`));
    // Nobody applied for what a separate notice will open.
    expect(unused.map(({ title }) => title.zh)).toEqual([expect.stringContaining('充电')]);
  });

  test('are there for every project whose category asks for one, with targets', () => {
    const asking = new Set(
      guides
        .flatMap(({ categories }) => categories)
        .filter(({ kpiForms }) => kpiForms.length > 0)
        .map(({ id }) => id),
    );
    const withForm = new Set(rows.target_form.map((row) => row.project_id));
    const withTargets = new Set(rows.target.map((row) => row.project_id));
    const bare = rows.project.filter(
      ({ category_id: category, project_id: id }) =>
        asking.has(category) && !(withForm.has(id) && withTargets.has(id)),
    );
    expect(bare).toEqual([]);
    const without = awarded.filter(({ project_id: id }) => !withForm.has(id));
    expect(new Set(without.map((row) => row.category_id)).size).toBeLessThanOrEqual(2);
  });

  test('tick groups that the form has, where it has a choice', () => {
    for (const row of rows.target_form) {
      const form = formById(forms, row.guide_year, row.form_id);
      const ticked = row.group_ids?.split(' ') ?? [];
      const known = form.groups.map(({ id }) => id);
      expect(ticked.filter((id) => !known.includes(id))).toEqual([]);
      if (form.choices.length > 0) expect(ticked.length).toBeGreaterThan(0);
    }
  });
});

describe('targets of the sample', () => {
  test('stand on cells that their form has, or are the project’s own', () => {
    expect(rows.target.filter((row) => !cellOf(row) && !isOwn(row))).toEqual([]);
  });

  test('of the project’s own have a name and a unit, up to three of them in some forms', () => {
    const own = rows.target.filter(isOwn);
    expect(own.length).toBeGreaterThan(50);
    expect(own.every((row) => row.own_name !== null && row.own_unit !== null)).toBe(true);
    expect(new Set(own.map((row) => row.indicator_key))).toEqual(new Set(['own/1', 'own/2', 'own/3']));
  });

  test('keep the least values that the form prints, but for a few', () => {
    const bound = rows.target.flatMap((row) => {
      const printed = cellOf(row)?.measure.bound?.value;
      return printed?.comparison === 'at_least' && row.target_number !== null
        ? [row.target_number < printed.value]
        : [];
    });
    const missed = bound.filter(Boolean).length;
    expect(missed).toBeGreaterThan(0);
    expect(missed / bound.length).toBeLessThan(0.15);
  });

  test('have the size of what they measure', () => {
    for (const { number } of targetsOf(/满意度/)) {
      expect(number).toBeGreaterThanOrEqual(90);
      expect(number).toBeLessThanOrEqual(100);
    }
    for (const { number } of targetsOf(/专利|知识产权/)) expect(number).toBeLessThanOrEqual(40);
    for (const { number } of targetsOf(/问题数量/)) expect(number).toBe(0);
    const projects = new Map(rows.project.map((row) => [row.project_id, row]));
    for (const { row, number } of targetsOf(/^项目总投入$/)) {
      const total = projects.get(row.project_id)?.total_investment_fen ?? null;
      if (total !== null) expect(number).toBe(total);
    }
  });

  test('of a part are less than those of the whole', () => {
    const all = new Map(rows.target.map((row) => [`${row.project_id} ${row.indicator_key}`, row]));
    const parts = rows.target.filter((row) => cellOf(row)?.indicator.partOf);
    expect(parts.length).toBeGreaterThan(0);
    for (const row of parts) {
      const whole = all.get(`${row.project_id} ${cellOf(row)?.indicator.partOf ?? ''}`);
      expect(row.target_number ?? 0).toBeLessThanOrEqual(whole?.target_number ?? Infinity);
    }
  });
});

describe('acceptances of the sample', () => {
  test('agree with the projects: the last check of an accepted project passed on its day', () => {
    for (const project of rows.project.filter((row) => row.accepted_on !== null)) {
      const checks = rows.acceptance.filter((row) => row.project_id === project.project_id);
      expect(checks.at(-1)).toMatchObject({ accepted_on: project.accepted_on, result: 'passed' });
    }
  });

  test('passed mostly; some were deferred and some failed', () => {
    const of = (result: string) => rows.acceptance.filter((row) => row.result === result).length;
    expect(of('deferred')).toBeGreaterThan(3);
    expect(of('failed')).toBeGreaterThan(1);
    expect(of('passed') / rows.acceptance.length).toBeGreaterThan(0.85);
    expect(sum([of('passed'), of('deferred'), of('failed')])).toBe(rows.acceptance.length);
  });
});
