import type { Statement } from '$lib/warehouse/engine';
import type { DimensionId } from '../dimensions';
import { dimensionOf } from '../dimensions';
import type { Amount, FactKind, Measure, MeasureId } from '../measures/measure';
import { isRatio } from '../measures/measure';
import type { Scope } from '../scope';
import { raw, sql } from './fragment';
import type { FactSource } from './scoped';
import { scopedFacts } from './scoped';

/** Names of the answer's columns; the prefixes keep them apart from the names of tables. */
export const keyColumn = (id: DimensionId): string => `by_${id}`;
export const valueColumn = (id: MeasureId): string => `of_${id}`;
export const partColumn = (id: MeasureId): string => `of_${id}_part`;
export const wholeColumn = (id: MeasureId): string => `of_${id}_whole`;
export const undeterminedColumn = (id: MeasureId): string => `of_${id}_undetermined`;

function measureColumns({ id, expression }: Measure): string[] {
  const amounts: [Amount, string][] = isRatio(expression)
    ? [
        [expression.part, partColumn(id)],
        [expression.whole, wholeColumn(id)],
      ]
    : [[expression, valueColumn(id)]];
  // At most one side of a ratio leaves rows out; the other covers the same rows.
  return amounts.flatMap(([amount, name]) => [
    `${amount.sql} AS ${name}`,
    ...(amount.undeterminedSql === null ? [] : [`${amount.undeterminedSql} AS ${undeterminedColumn(id)}`]),
  ]);
}

function dimensionColumn(id: DimensionId): string {
  const { column } = dimensionOf(id);
  if (column === null) throw new Error(`figures cannot be grouped by ${id}, only narrowed by it`);
  return column;
}

/** What to compute: measures that exist for these dimensions and this scope (see `missingFor`). */
export interface AggregateRequest {
  measures: readonly Measure[];
  by: readonly DimensionId[];
  scope: Scope;
  source: FactSource;
}

/**
 * One row a combination of keys, or one row in all without dimensions. A ratio comes as its part and its
 * whole, so that rows can be added up before they are divided.
 */
export function aggregate({ measures, by, scope, source }: AggregateRequest): Statement {
  const kinds = [...new Set<FactKind>(measures.flatMap((measure) => [...measure.facts]))];
  const keys = by.map((id) => ({ column: dimensionColumn(id), name: keyColumn(id) }));
  const outputs = [
    ...keys.map(({ column, name }) => `${column} AS ${name}`),
    ...measures.flatMap(measureColumns),
  ];
  const grouping = keys.map(({ column }) => column).join(', ');
  return sql`WITH ${scopedFacts(source, scope, kinds)}
SELECT ${raw(outputs.join(',\n  '))}
FROM scoped${raw(grouping === '' ? '' : `\nGROUP BY ${grouping}`)}`;
}
