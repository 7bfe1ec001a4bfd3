import type { FoundColumn } from '../recognise/find-header';
import type { CellValue } from '../read/cells';
import type { FindingCode } from './finding-codes';
import type { FindingLog } from './finding-log';
import type { RowValues } from './read-row';
import { columnFor, type SheetContext } from './sheet-context';
import { shownAmount } from './show-value';

interface Breach {
  code: FindingCode;
  /** Column whose cell is named. */
  field: string;
  expected: string;
}

/** A breach when `part` is larger than `whole`; both must be known, and equal is fine. */
function over(values: RowValues, code: FindingCode, part: string, whole: string): Breach[] {
  const most = values.amounts.get(whole);
  const amount = values.amounts.get(part);
  if (most === undefined || amount === undefined || amount <= most) return [];
  return [{ code, field: part, expected: shownAmount(most) }];
}

function overCap(values: RowValues): Breach[] {
  const requested = values.amounts.get('requested_fen');
  const cap = values.category?.capFen ?? null;
  if (requested === undefined || cap === null || requested <= cap) return [];
  return [{ code: 'requested_over_cap', field: 'requested_fen', expected: shownAmount(cap) }];
}

function endBeforeStart(values: RowValues): Breach[] {
  const start = values.dates.get('start_date');
  const end = values.dates.get('end_date');
  if (start === undefined || end === undefined || end >= start) return [];
  return [{ code: 'end_before_start', field: 'end_date', expected: start }];
}

const breachesOf = (values: RowValues): Breach[] => [
  ...over(values, 'requested_over_total', 'requested_fen', 'total_investment_fen'),
  ...over(values, 'fixed_assets_over_total', 'fixed_asset_investment_fen', 'total_investment_fen'),
  ...over(values, 'profit_over_revenue', 'profit_fen', 'revenue_fen'),
  ...endBeforeStart(values),
  ...overCap(values),
];

/** Checks the values of a row against each other; findings go to the log and to the row. */
export function checkRow(
  context: SheetContext,
  values: RowValues,
  cells: readonly CellValue[],
  log: FindingLog,
): void {
  for (const { code, field, expected } of breachesOf(values)) {
    const found: FoundColumn | undefined = columnFor(context, field);
    const place = found ? { index: found.index, found: cells[found.index] ?? null } : {};
    values.findings.push(log.add(code, { row: values.row, ...place, column: field, expected }));
  }
}
