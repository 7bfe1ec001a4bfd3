import type { Category, CategoryVariant, Subsidy } from '$lib/policy/rulebook';

/** A subsidy standard and whom it is for: a type of the item, or null for all others. */
export interface Standard {
  variant: CategoryVariant | null;
  subsidy: Subsidy;
}

/** The standards of an item: its own, then those of types that have another. */
export function standardsOf({ subsidy, variants }: Category): Standard[] {
  const own = variants.flatMap((variant) => (variant.subsidy ? [{ variant, subsidy: variant.subsidy }] : []));
  // Where each type has a standard of its own the item itself has none.
  return variants.length > 0 && own.length === variants.length ? own : [{ variant: null, subsidy }, ...own];
}
