import type { Category } from '../rulebook.ts';
import { byVariant, firstTrancheSql } from './ceiling-sql.ts';
import { subsidiesOf } from './fact-types.ts';

/**
 * The first payment of an award under an item's standards, by the project's type in the column `variant`.
 * @param award a column of awards in 分, each null or ≥ 0
 */
export const firstPaymentSql = (category: Category, award: string): string =>
  byVariant(
    subsidiesOf(category).map(({ variantId, subsidy }) => ({
      variantId,
      sql: firstTrancheSql(subsidy, award),
    })),
  );
