import type { Bound } from '../conditions/condition.ts';
import type { SourceRef } from '../rulebook.ts';
import type { Indicator } from './form.ts';
import { cellsOf, type RowDuty, type ValueCell } from './look-up.ts';

/** A number, an option's id, words, or reached or not; null and blank words are missing, 0 is a value. */
export type TargetValue = number | string | boolean | null;
export type TargetValues = Readonly<Record<string, TargetValue | undefined>>;

interface CellPlace {
  indicator: string;
  /** The part of the row, or null where the row is one. */
  part: string | null;
  source: SourceRef;
}

export type CellFinding =
  /** Nothing stands there; required where 必填 is printed for this project. */
  | (CellPlace & { kind: 'missing'; duty: 'required' | 'expected' })
  /** Beyond a number that the row itself prints (不少于5种). */
  | (CellPlace & { kind: 'bound_missed'; found: number; bound: Bound })
  | (CellPlace & { kind: 'not_a_number'; found: string | boolean | number })
  | (CellPlace & { kind: 'not_in_list'; found: string | boolean | number; options: string[] });

/** Nothing was filled in. A 0 and a “no” are values. */
export const isBlank = (value: TargetValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const within = (value: number, { comparison, value: edge }: Bound): boolean => {
  switch (comparison) {
    case 'at_least':
      return value >= edge;
    case 'more_than':
      return value > edge;
    case 'at_most':
      return value <= edge;
    case 'less_than':
      return value < edge;
  }
};

const placeOf = ({ indicator, partId, measure }: ValueCell, source = measure.source): CellPlace => ({
  indicator: indicator.id,
  part: partId,
  source,
});

function checkCell(cell: ValueCell, values: TargetValues): CellFinding[] {
  const found = values[cell.key];
  const { kind, bound } = cell.measure;
  if (found === null || found === undefined || isBlank(found)) return [];
  if (kind === 'options') {
    const options = cell.indicator.options.map((option) => option.id);
    const listed = typeof found === 'string' && options.includes(found);
    return listed ? [] : [{ kind: 'not_in_list', ...placeOf(cell), found, options }];
  }
  if (kind === 'qualitative') return [];
  if (typeof found !== 'number' || !Number.isFinite(found))
    return [{ kind: 'not_a_number', ...placeOf(cell), found }];
  if (!bound || within(found, bound.value)) return [];
  return [{ kind: 'bound_missed', ...placeOf(cell, bound.source), found, bound: bound.value }];
}

const missing = (place: CellPlace, duty: RowDuty): CellFinding[] =>
  duty === 'required' || duty === 'expected' ? [{ kind: 'missing', ...place, duty }] : [];

/**
 * Findings of one row. Where one of several parts is enough, a part that holds makes up for others that fall short,
 * and only an empty row is missing.
 */
export function checkRow(row: Indicator, duty: RowDuty, values: TargetValues): CellFinding[] {
  const cells = cellsOf(row);
  const filled = cells.filter((cell) => !isBlank(values[cell.key]));
  if (filled.length === 0) {
    const source = duty === 'required' && row.required ? row.required.source : row.source;
    return missing({ indicator: row.id, part: null, source }, duty);
  }
  const checked = filled.map((cell) => checkCell(cell, values));
  if (row.parts?.asked === 'any') {
    const holds = checked.some((findings) => findings.length === 0);
    // Words where a number is asked for stay a finding whatever the other parts say.
    return checked.flat().filter((finding) => !holds || finding.kind !== 'bound_missed');
  }
  const blank = cells.filter((cell) => isBlank(values[cell.key]));
  return [...checked.flat(), ...blank.flatMap((cell) => missing(placeOf(cell), duty))];
}
