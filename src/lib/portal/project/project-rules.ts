import type { Annexes } from '$lib/policy/annexes/annexes';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import type { KpiForm } from '$lib/policy/forms/form';
import type { ScoringRules } from '$lib/policy/scoring/scoring';

/** What the page of one project reads beside the rulebook. */
export interface ProjectRules {
  book: ConditionBook;
  forms: KpiForm[];
  annexes: Annexes;
  scoring: ScoringRules;
}

/** Loaded with the page and not before: nothing of it is in the first page's scripts. */
export async function loadProjectRules(): Promise<ProjectRules> {
  const [conditions, forms, annexes, scoring] = await Promise.all([
    import('virtual:fundlens-conditions'),
    import('virtual:fundlens-forms'),
    import('virtual:fundlens-annexes'),
    import('virtual:fundlens-scoring'),
  ]);
  return {
    book: conditions.default,
    forms: forms.default,
    annexes: annexes.default,
    scoring: scoring.default,
  };
}
