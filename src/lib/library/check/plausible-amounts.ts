import { fenFromDecimal, type Fen } from '$lib/domain/money';

/**
 * The most that an amount of one project or firm can be. Not policy: above it a column was read in the wrong
 * unit, or 元 were typed where 万元 belong. The province's whole yearly product is about 130,000 亿元.
 */
const mostYiYuan = {
  revenue_fen: '20000',
  tax_paid_fen: '2000',
  profit_fen: '2000',
  total_investment_fen: '1000',
  fixed_asset_investment_fen: '1000',
  requested_fen: '10',
  paid_fen: '10',
  amount_fen: '200',
};

const most = new Map(
  Object.entries(mostYiYuan).map(([field, amount]) => [field, fenFromDecimal(amount, 'yiYuan')]),
);
const mostOfAll = Math.max(...most.values());

/** The largest plausible amount of a column, in 分. */
export const plausibleFen = (field: string): Fen => most.get(field) ?? mostOfAll;
