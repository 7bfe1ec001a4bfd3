import type { Fen } from '../domain/money.ts';
import type { Subsidy, Tranche } from './rulebook.ts';
import { shareOf } from './share-of.ts';

export interface PlannedTranche {
  /** From 1. */
  sequence: number;
  kind: Tranche['kind'];
  on: Tranche['on'];
  plannedFen: Fen;
}

/** A first phase without a share or amount is what its cap allows; more is not due before acceptance. */
function due(tranche: Tranche, award: Fen, left: Fen): Fen {
  if (tranche.rest) return left;
  const wanted =
    tranche.amountFen ?? (tranche.sharePercent === null ? award : shareOf(award, tranche.sharePercent));
  return Math.min(wanted, tranche.capFen ?? wanted, left);
}

/**
 * The payments that a standard plans for an award, in 分; they always sum to the award. Shares are cut down to
 * whole 分, the last payment takes what is left (also where that exceeds the cap of a second phase, which an
 * award above the policy ceiling causes). A standard without tranches plans one payment on the award.
 * @throws RangeError for an award that is no whole, non-negative number of 分.
 */
export function planTranches(subsidy: Subsidy, award: Fen): PlannedTranche[] {
  if (!Number.isSafeInteger(award) || award < 0) throw new RangeError(`no award: ${award} 分`);
  if (subsidy.tranches.length === 0) return [{ sequence: 1, kind: 'first', on: 'award', plannedFen: award }];
  let left = award;
  return subsidy.tranches.map((tranche, index) => {
    const last = index === subsidy.tranches.length - 1;
    const plannedFen = last ? left : due(tranche, award, left);
    left -= plannedFen;
    return { sequence: index + 1, kind: tranche.kind, on: tranche.on, plannedFen };
  });
}
