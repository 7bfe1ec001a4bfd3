import type { Fen } from '$lib/domain/money';
import { policyCeiling } from '$lib/policy/ceiling';
import { subsidyOf } from '$lib/policy/look-up';
import type { Category } from '$lib/policy/rulebook';
import { planTranches, type PlannedTranche } from '$lib/policy/tranche-plan';

/** What the rules say about the money of one type of project, for the generator to keep to. */
export interface Terms {
  /** A set amount, or null where the amount follows a base or is open. */
  fixedFen: Fen | null;
  /** Set amounts of which one is granted; empty where any amount up to the ceiling is. */
  tiers: readonly Fen[];
  /** True where the subsidy is a share of a base. */
  hasBase: boolean;
  /** True where a part is paid only after acceptance. */
  paysOnAcceptance: boolean;
  /** The most that a base allows; null where the rules name no amount. */
  ceilingOf(baseFen: Fen): Fen | null;
  tranchesOf(awardFen: Fen): PlannedTranche[];
}

/** Where two bases are added (equipment and interest), the second is this small share of what is invested. */
const secondBaseShare = 0.08;

/** Divides the sum invested among the bases of the standard. */
function divide(baseFen: Fen, baseIds: readonly string[]): Record<string, Fen> {
  const rest = baseIds.slice(1).map((id): [string, Fen] => [id, Math.floor(baseFen * secondBaseShare)]);
  const first = baseFen - rest.reduce((sum, [, amount]) => sum + amount, 0);
  return Object.fromEntries([...baseIds.slice(0, 1).map((id): [string, Fen] => [id, first]), ...rest]);
}

export function termsOf(category: Category, variantId: string | null): Terms {
  const subsidy = subsidyOf(category, variantId);
  const baseIds = subsidy.components.map((component) => component.baseId);
  return {
    fixedFen: subsidy.fixedFen?.value ?? null,
    tiers: subsidy.tiers?.value ?? [],
    hasBase: baseIds.length > 0,
    paysOnAcceptance: subsidy.tranches.some((tranche) => tranche.on === 'acceptance'),
    ceilingOf(baseFen) {
      const facts = { bases: divide(baseFen, baseIds), totalInvestmentFen: null };
      return policyCeiling(subsidy, facts, []).known?.fen ?? null;
    },
    tranchesOf: (awardFen) => planTranches(subsidy, awardFen),
  };
}
