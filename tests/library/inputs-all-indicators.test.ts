import { expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { inUnit } from '$lib/domain/money';
import { unitOfCell } from '$lib/library/inputs/indicator-value';
import { inputTemplate } from '$lib/library/templates/input-template';
import type { TemplateSheet, TemplateValue } from '$lib/library/templates/template';
import { writeTemplate } from '$lib/library/templates/write-template';
import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import { awarded, importWith, known } from './input-tables';

// Targets of every indicator: tests/library/templates.test.ts. Here every indicator takes an actual value.

/** A category of the form's guide that asks for it; one without forms of its own where none does. */
function categoryFor(form: KpiForm): string {
  const categories = rulebook.guides.find(({ year }) => year === form.guideYear)?.categories ?? [];
  const asking = categories.find(({ kpiForms }) => kpiForms.includes(form.id));
  return (asking ?? categories.find(({ kpiForms }) => kpiForms.length === 0))?.id ?? '';
}

interface Actual {
  shown: TemplateValue;
  number: number | null;
  text: string | null;
}

function actualFor(cell: LabelledCell, index: number): Actual {
  const { measure, indicator } = cell;
  const option = indicator.options[0];
  if (measure.kind === 'options' && option) return { shown: option.name.zh, number: null, text: option.id };
  if (measure.kind === 'qualitative')
    return { shown: `已达到${index}`, number: null, text: `已达到${index}` };
  const money = unitOfCell(cell)?.money;
  if (money) return { shown: inUnit(2_000_000 + index, money), number: 2_000_000 + index, text: null };
  return { shown: index + 2.5, number: index + 2.5, text: null };
}

const table = (id: string) => {
  const found = tables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

async function read(form: KpiForm, sheet: TemplateSheet) {
  const project = { ...awarded, guide_year: form.guideYear, category_id: categoryFor(form) };
  const id = { project_id: 'p-1', guide_year: form.guideYear, form_id: form.id };
  const library = known({ projects: [project], forms: [id] });
  return importWith([{ name: '进展.xlsx', bytes: await writeTemplate([sheet]) }], library);
}

const each = forms.map((form) => [form.guideYear, form.id, form] as const);

test.each(each)('every indicator of form %i %s takes an actual value by its name', async (_, __, form) => {
  const cells = labelledCells(form);
  const lines = cells.map((cell, index) => ({
    project_id: 'p-1',
    form_id: form.id,
    indicator_key: cell.label,
    period_end: '2024年第一季度',
    actual: actualFor(cell, index).shown,
  }));
  const { rows, findings } = await read(form, inputTemplate(table('progress'), lines));
  expect(findings).toEqual([]);
  expect(rows.progress.map((row) => [row.indicator_key, row.actual_number, row.actual_text])).toEqual(
    cells.map((cell, index) => {
      const { number, text } = actualFor(cell, index);
      return [cell.key, number, text];
    }),
  );
});

test.each(each)('and one for each quarter across: form %i %s', async (_, __, form) => {
  const cells = labelledCells(form);
  const quarters = ['2024年第一季度', '2024年第二季度'];
  const lines = cells.map((cell, index) => ({
    project_id: 'p-1',
    form_id: form.id,
    indicator_key: cell.key,
    [quarters[0] ?? '']: actualFor(cell, index).shown,
    [quarters[1] ?? '']: actualFor(cell, index).shown,
  }));
  const { rows, findings } = await read(form, inputTemplate(table('progress-by-quarter'), lines, quarters));
  expect(findings).toEqual([]);
  expect(rows.progress).toHaveLength(cells.length * quarters.length);
});
