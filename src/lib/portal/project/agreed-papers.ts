import type { Fen } from '$lib/domain/money';
import type { ProjectRecord, Recorded } from '$lib/metrics/project-record/load-record';
import type { AgreementDuty, AwardAgreement } from '$lib/policy/annexes/agreement';
import type { Quantity } from '$lib/policy/annexes/annex';
import type { AuthenticityChecklist, ChecklistItem } from '$lib/policy/annexes/annexes-2023';

/** An item of the check of authenticity (附件4) with what was found on the spot; null where nothing was recorded. */
export interface CheckedItem {
  item: ChecklistItem;
  found: Recorded<'checklist'> | null;
}

/** The items of the checklist with the latest record of each. */
export function checkedItems({ items }: AuthenticityChecklist, { checklist }: ProjectRecord): CheckedItem[] {
  // Rows come in the order of their days: the last one stands.
  const byItem = new Map(checklist.map((row) => [row.item_id, row]));
  return items.map((item) => ({ item, found: byItem.get(item.id) ?? null }));
}

/** A duty of the award agreement (附件5), and whether it holds for an award of this size. */
export interface DutyLine {
  duty: AgreementDuty;
  /** Null where it cannot be told: the duty depends on an amount that is not known. */
  applies: boolean | null;
}

function lies(fen: Fen, { fen: edge, bound }: Quantity): boolean | null {
  if (edge === null) return null;
  switch (bound) {
    case 'at_least':
      return fen >= edge;
    case 'more_than':
      return fen > edge;
    case 'at_most':
      return fen <= edge;
    case 'less_than':
      return fen < edge;
    default:
      return null;
  }
}

/** Duties of the agreement in printed order; those that hold for some amounts only are held against the award. */
export function agreedDuties({ duties }: AwardAgreement, awardFen: Fen | null): DutyLine[] {
  return duties.map((duty) => {
    if (duty.scope.length === 0) return { duty, applies: true };
    if (awardFen === null) return { duty, applies: null };
    const answers = duty.scope.map((edge) => lies(awardFen, edge));
    if (answers.includes(false)) return { duty, applies: false };
    return { duty, applies: answers.includes(null) ? null : true };
  });
}
