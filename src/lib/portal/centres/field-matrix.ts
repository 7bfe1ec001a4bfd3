import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Region } from '$lib/domain/region';
import type { CentreLine, CentresView } from '$lib/metrics/views/centres';
import type { CentreField } from '$lib/policy/centres/centres';

export interface FieldMatrixRow {
  key: string;
  /** Null for centres whose field is not written. */
  field: CentreField | null;
  count: number;
  /** Centres, one cell a column. */
  cells: CentreLine[][];
}

/** Fields by cities: every centre once, so that rows add up to the centres of the page. */
export interface FieldMatrix {
  /** Cities with a centre; the last one, without a name, holds centres whose city is not written. */
  columns: { key: string; label: string | null }[];
  rows: FieldMatrixRow[];
}

const shortName = ({ short, english }: Region): string => (getLocale() === 'zh' ? short : (english ?? short));

/** Lays the centres on the printed fields; columns are the cities that have one, in the official order. */
export function fieldMatrix(
  { lines }: CentresView,
  fields: readonly CentreField[],
  regions: readonly Region[],
): FieldMatrix {
  const cities = regions.filter(
    ({ level, adcode }) => level === 'city' && lines.some((line) => line.cityAdcode === adcode),
  );
  const known = new Set(cities.map(({ adcode }) => adcode));
  const keyOf = ({ cityAdcode }: CentreLine) =>
    cityAdcode !== null && known.has(cityAdcode) ? cityAdcode : 'none';
  const elsewhere = lines.some((line) => keyOf(line) === 'none');
  const columns = [
    ...cities.map((city) => ({ key: city.adcode, label: shortName(city) })),
    ...(elsewhere ? [{ key: 'none', label: null }] : []),
  ];
  const rowOf = (key: string, field: CentreField | null, own: CentreLine[]): FieldMatrixRow => ({
    key,
    field,
    count: own.length,
    cells: columns.map((column) => own.filter((line) => keyOf(line) === column.key)),
  });
  const printed = new Set(fields.map(({ number }) => number));
  const outside = lines.filter(({ fieldNumber }) => fieldNumber === null || !printed.has(fieldNumber));
  return {
    columns,
    rows: [
      ...fields.map((field) =>
        rowOf(
          String(field.number),
          field,
          lines.filter(({ fieldNumber }) => fieldNumber === field.number),
        ),
      ),
      ...(outside.length > 0 ? [rowOf('none', null, outside)] : []),
    ],
  };
}
