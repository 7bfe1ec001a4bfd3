/** Columns of the project table that may carry a fact. */
export const projectColumns = [
  'start_date',
  'end_date',
  'revenue_fen',
  'tax_paid_fen',
  'profit_fen',
  'total_investment_fen',
  'fixed_asset_investment_fen',
  'in_cluster',
] as const;
