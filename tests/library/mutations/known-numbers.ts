import { goodTables, type GoodTable } from '../../fixtures/good-tables';
import type { LineField, TableLine } from '../../fixtures/official-layout';

/** Columns of money with the field that each is loaded into. */
export const moneyFields = {
  revenue: 'revenue_fen',
  tax: 'tax_paid_fen',
  profit: 'profit_fen',
  total: 'total_investment_fen',
  fixedAssets: 'fixed_asset_investment_fen',
  requested: 'requested_fen',
} as const satisfies Partial<Record<LineField, string>>;

export type MoneyField = keyof typeof moneyFields;
export const moneyNames = Object.keys(moneyFields) as MoneyField[];
export const isMoney = (field: LineField | null): field is MoneyField =>
  field !== null && field in moneyFields;

/** A project as it truly is, by what its row said before anything was done to it. */
export interface TrueRow {
  recipient: string;
  name: string;
  /** 分; null where the cell was spoilt: then no number may be loaded. */
  fen: Record<MoneyField, number | null>;
  start: string | null;
  end: string | null;
}

export const rowKey = (recipient: string, name: string): string => `${recipient}|${name}`;

/** Amounts of the fixtures are whole hundredths of 万元. */
const fenOf = (wanYuan: unknown): number => Math.round(Number(wanYuan) * 100) * 10_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** A date of the fixtures in one form that all readers know: 2021-03-05, or 2021-03. */
export function dateText(cell: TableLine['start']): string {
  if (typeof cell === 'object' && cell !== null && 'value' in cell && cell.value instanceof Date)
    return cell.value.toISOString().slice(0, 10);
  const [, year = '', month = ''] = /(\d{4})\D+(\d{1,2})/.exec(String(cell)) ?? [];
  return `${year}-${month.padStart(2, '0')}`;
}

/** The day that is meant: the first of a month for a start, the last for an end. */
function dayOf(text: string, edge: 'start' | 'end'): string {
  if (text.length === 10) return text;
  const [year = 0, month = 0] = text.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${text}-${edge === 'start' ? '01' : two(last)}`;
}

export const trueRow = (line: TableLine): TrueRow => ({
  recipient: String(line.recipient),
  name: String(line.name),
  fen: {
    revenue: fenOf(line.revenue),
    tax: fenOf(line.tax),
    profit: fenOf(line.profit),
    total: fenOf(line.total),
    fixedAssets: fenOf(line.fixedAssets),
    requested: fenOf(line.requested),
  },
  start: dayOf(dateText(line.start), 'start'),
  end: dayOf(dateText(line.end), 'end'),
});

const rowsUsed = 9;

/** The official fixture tables, cut to a few lines each. */
export const shortTables: readonly GoodTable[] = goodTables().map((table) => ({
  ...table,
  lines: table.lines.slice(0, rowsUsed),
}));
