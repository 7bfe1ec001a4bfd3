import { describe, expect, test } from 'vitest';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { inUnit } from '$lib/domain/money';
import { unitOfCell } from '$lib/library/inputs/indicator-value';
import { formTemplate, type FilledForm } from '$lib/library/templates/form-template';
import { inputTemplate } from '$lib/library/templates/input-template';
import type { TemplateValue } from '$lib/library/templates/template';
import { writeTemplate } from '$lib/library/templates/write-template';
import type { ProjectRecord } from '$lib/metrics/project-record/load-record';
import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import { scoreOf } from '$lib/portal/project/project-score';
import { lineWorking } from '$lib/portal/project/score-working';
import { latestOf } from '$lib/portal/project/score-sheets';
import { targetSheet } from '$lib/portal/project/target-lines';
import { awarded, importWith, known } from '../../library/input-tables';
import { emptyRecord } from '../../../src/lib/portal/project/fixtures/views';
import { defaultVariant, forms, rules } from './made-up-form';

// A form is filled in, a report is filled in, both are imported as files; what the page shows is counted.

/** A category of the form's guide that asks for it; one without forms of its own where none does. */
function categoryFor(form: KpiForm): string {
  const categories = rulebook.guides.find(({ year }) => year === form.guideYear)?.categories ?? [];
  const asking = categories.find(({ kpiForms }) => kpiForms.includes(form.id));
  return (asking ?? categories.find(({ kpiForms }) => kpiForms.length === 0))?.id ?? '';
}

interface Given {
  target: { number: number | null; text: string | null };
  /** As a report says it, in the printed unit. */
  actual: TemplateValue;
  reached: { number: number | null; text: string | null };
}

/** A target, and an actual value that just reaches it. */
function givenFor(cell: LabelledCell, index: number): Given {
  const { measure, indicator } = cell;
  const words = (text: string, actual: string) => ({
    target: { number: null, text },
    actual,
    reached: { number: null, text },
  });
  const [option] = indicator.options;
  if (measure.kind === 'options' && option) return words(option.id, option.name.zh);
  if (measure.kind === 'qualitative') return words(`达到演示水平${index}`, `达到演示水平${index}`);
  const money = unitOfCell(cell)?.money;
  const number = money ? 2_000_000 + index * 10_000 : index + 2.5;
  return {
    target: { number, text: null },
    actual: money ? inUnit(number, money) : number,
    reached: { number, text: null },
  };
}

const filledFor = (form: KpiForm, given: ReadonlyMap<string, Given>): FilledForm => ({
  projectId: awarded.project_id,
  name: awarded.name,
  nominator: '演示市工业和信息化局',
  recipient: awarded.recipient_name,
  startDate: '2023-01-01',
  endDate: '2024-12-31',
  overallGoal: '建成演示产线。',
  annualGoal: form.annualTarget ? '完成一半。' : null,
  groupIds: form.groups.map(({ id }) => id),
  values: Object.fromEntries([...given].map(([key, { target }]) => [key, target])),
  added: [],
});

async function imported(form: KpiForm): Promise<{ record: ProjectRecord; given: Map<string, Given> }> {
  const cells = labelledCells(form);
  const given = new Map(cells.map((cell, index) => [cell.key, givenFor(cell, index)]));
  const project = { ...awarded, guide_year: form.guideYear, category_id: categoryFor(form) };
  const table = tables.find(({ id }) => id === 'progress');
  if (!table) throw new Error('there is no table of reports');
  const lines = cells.map((cell) => ({
    project_id: project.project_id,
    form_id: form.id,
    indicator_key: cell.label,
    period_end: '2024年第四季度',
    actual: given.get(cell.key)?.actual ?? null,
  }));
  const files = [
    { name: '绩效表.xlsx', bytes: await writeTemplate([formTemplate(form, filledFor(form, given))]) },
    { name: '季报.xlsx', bytes: await writeTemplate([inputTemplate(table, lines)]) },
  ];
  const ids = [{ project_id: project.project_id, guide_year: form.guideYear, form_id: form.id }];
  const { rows, findings } = await importWith(files, known({ projects: [project], forms: ids }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const named = <T extends { source_file_id: string }>(list: readonly T[]) =>
    list.map((row) => ({ ...row, file_name: row.source_file_id }));
  return {
    given,
    record: {
      ...emptyRecord,
      forms: named(rows.target_form),
      targets: named(rows.target),
      progress: named(rows.progress),
    },
  };
}

const each = forms.map((form) => [form.guideYear, form.id, form] as const);

test('there are 25 forms of 2023 and 4 of 2020', () => {
  expect([2023, 2020].map((year) => forms.filter((form) => form.guideYear === year).length)).toEqual([25, 4]);
});

describe('every indicator of every form takes a target and an actual value, and shows them', () => {
  test.each(each)('form %i %s', async (_, __, form) => {
    const { record, given } = await imported(form);
    const sheet = targetSheet(form, record);
    const lines = sheet.groups.flatMap((group) => group.lines);
    // One line for each printed indicator; the parts of a row stand below it and are not counted.
    const printed = lines.filter(({ isPart, key }) => !isPart && !isOwn(form, key));
    expect(printed).toHaveLength(form.indicators.length);
    const cells = lines.filter(({ isHead }) => !isHead);
    expect(cells.map(({ key }) => key).toSorted()).toEqual([...given.keys()].toSorted());
    for (const line of cells) {
      const { target, reached } = given.get(line.key) ?? {};
      expect(line.target, line.key).toMatchObject(target ?? {});
      expect(latestOf(line)?.value, line.key).toMatchObject(reached ?? {});
      expect([line.target?.row, latestOf(line)?.value.row]).not.toContain(null);
    }
    expect([sheet.asked, sheet.set, sheet.reported]).toEqual(Array(3).fill(given.size));
  });

  test.each(each)('and every one has its line in the score: form %i %s', async (_, __, form) => {
    const { record, given } = await imported(form);
    const score = scoreOf(form, record, { awardFen: 100, paidFen: 100 }, rules, defaultVariant);
    if (!score) throw new Error('no target was read');
    expect(score.lines.map(({ key }) => key).toSorted()).toEqual([...given.keys()].toSorted());
    expect(score.execution.weight + score.lines.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(
      100,
      6,
    );
    expect([score.points, score.grade?.id]).toEqual([100, 'excellent']);
    const recorded = new Map(
      targetSheet(form, record).groups.flatMap(({ lines }) => lines.map((line) => [line.key, line] as const)),
    );
    for (const line of score.lines) {
      const working = lineWorking(line, recorded.get(line.key) ?? null, score, rules);
      expect(working.inputs.every(({ words, source }) => words !== null && source !== null)).toBe(true);
      expect([working.rule, working.points].includes(null), line.key).toBe(false);
    }
  });
});

/** A printed suggestion for an own indicator: it shows once the project took it up. */
function isOwn(form: KpiForm, key: string): boolean {
  return form.ownIndicators.some(({ id }) => key === id || key.startsWith(`${id}/`));
}
