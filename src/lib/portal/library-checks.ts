import type { OwnLibrary } from '$lib/library/merge-library';
import type { Rulebook } from '$lib/policy/rulebook';

/**
 * The library with the checks that look over all its files and imports: repeated projects, conditions of the guides,
 * payments, targets and progress. Findings of an earlier check are replaced. Rules and checks are loaded when they are
 * wanted.
 */
export async function withLibraryChecks(own: OwnLibrary, rulebook: Rulebook): Promise<OwnLibrary> {
  const [{ crossCheck, withCrossChecks }, conditions, forms, scoring] = await Promise.all([
    import('$lib/library/cross-check/cross-check'),
    import('virtual:fundlens-conditions'),
    import('virtual:fundlens-forms'),
    import('virtual:fundlens-scoring'),
  ]);
  const found = crossCheck(own.library.rows, {
    rulebook,
    conditions: conditions.default,
    forms: forms.default,
    scoring: scoring.default,
  });
  return { ...own, findings: withCrossChecks(own.findings, found) };
}
