import type { KpiForm } from './form.ts';
import type { FormText } from './schema.ts';

/** What a form names but does not hold. */
export interface FormFault {
  place: string;
  problem: string;
}

const twice = (ids: string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

const unknown = (place: string, kind: string, ids: (string | null)[], known: string[]): FormFault[] =>
  ids.flatMap((id) =>
    id === null || known.includes(id) ? [] : [{ place, problem: `${kind} “${id}” is not defined` }],
  );

function rowFaults(form: KpiForm, groups: string[]): FormFault[] {
  const rows = [...form.indicators, ...form.ownIndicators];
  const ids = rows.map((row) => row.id);
  return [
    ...twice(ids).map((id) => ({ place: id, problem: 'the id is given twice' })),
    ...rows.flatMap((row) => [
      ...unknown(row.id, 'group', [row.group], groups),
      ...unknown(row.id, 'group', row.required?.groups ?? [], groups),
      ...unknown(row.id, 'group', row.mayBlank?.groups ?? [], groups),
      ...unknown(row.id, 'indicator', [row.partOf], ids),
      ...twice(row.parts?.list.map((part) => part.id) ?? []).map((id) => ({
        place: `${row.id}/${id}`,
        problem: 'the id is given twice',
      })),
    ]),
  ];
}

/** Everything in a form that points to nothing, and printed counts that its rows do not match. */
export function formFaults(form: KpiForm, text: FormText): FormFault[] {
  const groups = form.groups.map((group) => group.id);
  const readings = form.ambiguities.map((one) => one.id);
  const rowsOf = (group: string, level2: string) =>
    form.indicators.filter((row) => row.group === group && row.level2?.id === level2).length;
  return [
    ...twice(groups).map((id) => ({ place: id, problem: 'the id is given twice' })),
    ...form.groups.flatMap((group) => unknown(group.id, 'group', [group.parent], groups)),
    ...form.choices.flatMap((choice) => [
      ...unknown('choices', 'group', [...choice.of, choice.within], groups),
      ...unknown('choices', 'ambiguity', [choice.byReading], readings),
    ]),
    ...form.openRows.flatMap((open) => [
      ...unknown('open_rows', 'group', [open.group], groups),
      ...unknown(
        'open_rows',
        'indicator',
        [open.after],
        form.indicators.map((row) => row.id),
      ),
    ]),
    ...text.row_minimums.flatMap(({ group, level2, at_least, of }) => {
      const found = rowsOf(group, level2);
      if (found < at_least || (of ?? found) !== found)
        return [{ place: 'row_minimums', problem: `“${group}” has ${found} rows under “${level2}”` }];
      return [];
    }),
    ...rowFaults(form, groups),
  ];
}
