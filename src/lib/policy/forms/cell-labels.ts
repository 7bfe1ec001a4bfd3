import type { Indicator, KpiForm } from './form.ts';
import { cellsOf, type ValueCell } from './look-up.ts';

/** A value cell with a name that no other cell of its form has. */
export interface LabelledCell extends ValueCell {
  label: string;
}

const plainLabel = ({ indicator, partId, measure }: ValueCell): string =>
  partId === null ? indicator.name.zh : `${indicator.name.zh}：${measure.name.zh}`;

/** The ways to tell rows of one name apart, tried in this order. */
const tellings: ((form: KpiForm, row: Indicator) => string | undefined)[] = [
  (form, row) => form.groups.find(({ id }) => id === row.group)?.name.zh,
  (_, row) => row.heading?.zh,
  (_, row) => row.level2?.name.zh,
  (_, row) => row.unit?.name.zh,
];

const rowsOf = (form: KpiForm): Indicator[] => [...form.indicators, ...form.ownIndicators];

/**
 * Every value cell of a form in printed order, each with a name that is unique in the form: the row's, then the
 * part's, and where rows share it also their group, heading, second level or unit in brackets.
 */
export function labelledCells(form: KpiForm): LabelledCell[] {
  let cells = rowsOf(form).flatMap((row) =>
    cellsOf(row).map((cell) => ({ ...cell, label: plainLabel(cell) })),
  );
  for (const telling of tellings) {
    const counts = new Map<string, number>();
    for (const { label } of cells) counts.set(label, (counts.get(label) ?? 0) + 1);
    cells = cells.map((cell) => {
      const words = (counts.get(cell.label) ?? 0) > 1 ? telling(form, cell.indicator) : undefined;
      return words === undefined ? cell : { ...cell, label: `${cell.label}（${words}）` };
    });
  }
  return cells;
}
