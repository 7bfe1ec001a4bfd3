import { policyCeiling, type Ceiling } from '../ceiling.ts';
import type { Category, SubsidyBase } from '../rulebook.ts';
import { subsidyOf } from '../look-up.ts';
import { planTranches, type PlannedTranche } from '../tranche-plan.ts';
import { variantFact, type FactValues, type ItemConditions } from './condition.ts';
import { evaluateItem, type Eligibility } from './evaluate.ts';

/** Everything the rules say of one project under one item. */
export interface Assessment {
  eligibility: Eligibility;
  ceiling: Ceiling;
  /** The payments that an award at the ceiling would be made in; null where the ceiling is not known. */
  tranches: PlannedTranche[] | null;
  /** Facts that would settle what is open: of the conditions, then of the ceiling. */
  missing: string[];
}

/** The fact that may stand in for a base as an upper estimate. */
export const declaredInvestmentFact = 'declared_total_investment';

const amount = (facts: FactValues, id: string): number | null => {
  const value = facts[id] ?? null;
  return typeof value === 'number' ? value : null;
};

/**
 * Eligibility with all reasons, the ceiling with its working, and the tranche plan of an award at the ceiling.
 * Separate notices (另行通知) leave the ceiling not computable; it is never 0 for lack of a standard.
 */
export function assess(
  category: Category,
  item: ItemConditions,
  facts: FactValues,
  bases: SubsidyBase[],
): Assessment {
  const variant = facts[variantFact] ?? null;
  const subsidy = subsidyOf(category, typeof variant === 'string' ? variant : null);
  const eligibility = evaluateItem(item, facts);
  const baseIds = subsidy.components.map((component) => component.baseId);
  const ceiling = policyCeiling(
    subsidy,
    {
      bases: Object.fromEntries(baseIds.map((id) => [id, amount(facts, id)])),
      totalInvestmentFen: amount(facts, declaredInvestmentFact),
    },
    bases,
  );
  const openBases = ceiling.gap?.kind === 'missing_base' ? ceiling.gap.baseIds : [];
  return {
    eligibility,
    ceiling,
    tranches: ceiling.known ? planTranches(subsidy, ceiling.known.fen) : null,
    missing: [...new Set([...eligibility.missing, ...openBases])],
  };
}
