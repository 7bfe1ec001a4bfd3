import type { Annexes } from '$lib/policy/annexes/annexes';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import type { KpiForm } from '$lib/policy/forms/form';

/** What `/policy` reads beside the rulebook. */
export interface PolicyData {
  book: ConditionBook;
  forms: KpiForm[];
  annexes: Annexes;
}

/**
 * Loaded when the page is: while it is prerendered, so that its text stands in the HTML, and again in the browser as
 * files that are kept for ever. Nothing of it is in the first page's scripts or repeated in the HTML as data.
 */
export async function loadPolicyData(): Promise<PolicyData> {
  const [conditions, forms, annexes] = await Promise.all([
    import('virtual:fundlens-conditions'),
    import('virtual:fundlens-forms'),
    import('virtual:fundlens-annexes'),
  ]);
  return { book: conditions.default, forms: forms.default, annexes: annexes.default };
}
