import type { TargetRules } from '$lib/metrics/targets/load-goals';
import type { ScoreVariant, ScoringRules } from '$lib/policy/scoring/scoring';

/** Forms and scoring, loaded with the pages that show targets and not before. */
export async function loadTargetRules(): Promise<TargetRules> {
  const [forms, scoring] = await Promise.all([
    import('virtual:fundlens-forms'),
    import('virtual:fundlens-scoring'),
  ]);
  return { forms: forms.default, scoring: scoring.default };
}

/** The variant that an address names, else the first of the rules. */
export function variantNamed({ variants }: ScoringRules, id: string | null): ScoreVariant {
  const found = variants.find((variant) => variant.id === id) ?? variants[0];
  if (!found) throw new RangeError('the scoring rules have no variant');
  return found;
}
