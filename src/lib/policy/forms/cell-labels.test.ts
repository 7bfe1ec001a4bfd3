import { expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import { labelledCells } from './cell-labels';

test.each(forms.map((form) => [form.guideYear, form.id, form] as const))(
  'every cell of form %i %s has a name of its own',
  (_, __, form) => {
    const labels = labelledCells(form).map(({ label }) => label);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  },
);
