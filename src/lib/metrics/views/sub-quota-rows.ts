import type { Label } from '$lib/domain/label';
import type { Category, LightSteps, SourceRef, SubQuota } from '$lib/policy/rulebook';
import type { SubQuotaUseRow } from '../sql/sub-quotas';
import { useOf } from '../light';

/** What quota use is counted in: awards, or applications while no award is known. */
export type QuotaBasis = 'awards' | 'applications';

/**
 * max: room, near, full, over. min: met, short. Either: undetermined where projects that lack the fact could
 * tip it, and open while nothing has been awarded.
 */
export type SubQuotaVerdict = 'room' | 'near' | 'full' | 'over' | 'met' | 'short' | 'undetermined' | 'open';

export interface SubQuotaRow {
  subQuotaId: string;
  label: Label;
  bound: 'max' | 'min';
  amount: number;
  used: number;
  /** Projects that may count for it but lack the fact. */
  undetermined: number;
  /** Room left under a maximum (negative: too many), surplus over a minimum (negative: too few). */
  margin: number;
  verdict: SubQuotaVerdict;
  source: SourceRef;
}

function verdictOf(part: SubQuota, used: number, undetermined: number, steps: LightSteps): SubQuotaVerdict {
  if (part.bound === 'min') {
    if (used >= part.amount) return 'met';
    return used + undetermined >= part.amount ? 'undetermined' : 'short';
  }
  const use = useOf(used, part.amount, steps);
  return use !== 'over' && used + undetermined > part.amount ? 'undetermined' : use;
}

// Applications may still come in and awards are still to be made: only awards can fall short of a minimum.
const inBasis = (basis: QuotaBasis, verdict: SubQuotaVerdict): SubQuotaVerdict =>
  basis === 'applications' && verdict === 'short' ? 'open' : verdict;

/** The sub-quotas of a category with their use; `categoryUsed` is the use of the category as a whole. */
export function subQuotaRows(
  category: Category,
  uses: readonly SubQuotaUseRow[],
  basis: QuotaBasis,
  categoryUsed: number,
  steps: LightSteps,
): SubQuotaRow[] {
  return category.subQuotas.map((part) => {
    const use = uses.find((row) => row.category_id === category.id && row.sub_quota_id === part.id);
    const used = (basis === 'awards' ? use?.awards : use?.applications) ?? 0;
    const undetermined =
      (basis === 'awards' ? use?.awards_undetermined : use?.applications_undetermined) ?? 0;
    return {
      subQuotaId: part.id,
      label: part.name,
      bound: part.bound,
      amount: part.amount,
      used,
      undetermined,
      margin: part.bound === 'max' ? part.amount - used : used - part.amount,
      verdict: categoryUsed === 0 ? 'open' : inBasis(basis, verdictOf(part, used, undetermined, steps)),
      source: part.source,
    };
  });
}
