import forms from 'virtual:fundlens-forms';
import { cellAddress } from '$lib/library/read/cells';
import { formTemplate } from '$lib/library/templates/form-template';
import { filled } from '$lib/policy/forms/fixtures/filled-form';
import { formById } from '$lib/policy/forms/look-up';
import { awarded } from '../input-tables';

type Changes = Readonly<Record<string, number | string | null>>;
export type Line = (string | number)[];

/** Head of a form; what is left out is that of a project without a fault. */
export interface FormHead {
  name?: string;
  startDate?: string | null;
  endDate?: string | null;
}

/** A form filled in as it asks, with some values changed; null leaves a cell blank. */
export function formLines(
  id: string,
  groups: readonly string[],
  changes: Changes = {},
  { name = awarded.name, startDate = '2023-01-01', endDate = '2024-12-31' }: FormHead = {},
): Line[] {
  const form = formById(forms, 2023, id);
  const values = Object.entries({ ...filled(form, [...groups]), ...changes }).flatMap(([key, value]) => {
    if (value === null) return [];
    return [[key, typeof value === 'number' ? { number: value, text: null } : { number: null, text: value }]];
  });
  const { rows } = formTemplate(form, {
    projectId: null,
    name,
    nominator: null,
    recipient: awarded.recipient_name,
    startDate,
    endDate,
    overallGoal: null,
    annualGoal: null,
    groupIds: groups,
    values: Object.fromEntries(values),
    added: [],
  });
  // A merged heading reaches over the cells beside it, which are empty.
  return rows.map((cells) =>
    cells.flatMap(({ value, across = 1 }) => [value ?? '', ...Array<string>(across - 1).fill('')]),
  );
}

/** Address of the cell beside the first one that holds a text; the text's own with `step` 0. */
export function beside(lines: readonly Line[], text: string, step = 1): string {
  for (const [row, line] of lines.entries()) {
    const column = line.indexOf(text);
    if (column >= 0) return cellAddress(row, column + step);
  }
  throw new Error(`no cell “${text}”`);
}

/** The lines with another text in place of one, or `step` cells beside it. */
export const replaced = (lines: readonly Line[], text: string, value: string, step = 0): Line[] =>
  lines.map((line) => (line.includes(text) ? line.with(line.indexOf(text) + step, value) : line));
