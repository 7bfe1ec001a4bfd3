import type { Label } from '$lib/domain/label';
import type { Category, Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import type { Figures } from '../figure';
import { measureBy } from '../measure-by';
import type { MetricsContext, Scope } from '../scope';
import { categoriesIn } from './category-rows';

export const yearMeasures = [
  'applications',
  'awards',
  'appropriation',
  'awarded',
  'paid',
  'execution_rate',
  'quota',
  'quota_used_rate',
] as const;
export type YearMeasure = (typeof yearMeasures)[number];

export interface YearRow {
  guideYear: number;
  name: Label;
  draft: boolean;
  selected: boolean;
  figures: Figures<YearMeasure>;
}

const correspond = (a: Category, b: Category): boolean =>
  a.id === b.id || a.corresponds.includes(b.id) || b.corresponds.includes(a.id);

/** Categories of all years that correspond to those in scope; null when the scope is a whole guide. */
export function correspondingCategories(rulebook: Rulebook, scope: Scope): string[] | null {
  if (scope.areaId === null && scope.categoryIds === null) return null;
  const chosen = categoriesIn(rulebook, scope);
  return rulebook.guides
    .flatMap((guide) => guide.categories)
    .filter((category) =>
      chosen.some(
        (own) =>
          correspond(own, category) && (own.guideYear !== category.guideYear || own.id === category.id),
      ),
    )
    .map((category) => category.id);
}

/**
 * The guide years that the library has rows of, each at the same as-of day. Within an area or category, the
 * other years show the categories that correspond to it.
 */
export async function loadYears(engine: Engine, context: MetricsContext, scope: Scope): Promise<YearRow[]> {
  const { rulebook, meta } = context;
  const categoryIds = correspondingCategories(rulebook, scope);
  const measured = await measureBy(engine, meta, {
    measures: yearMeasures,
    by: ['guide'],
    scope: { ...scope, guideYear: null, areaId: null, categoryIds },
  });
  return rulebook.guides
    .filter((guide) => meta.guideYears.includes(guide.year))
    .sort((a, b) => a.year - b.year)
    .map((guide) => ({
      guideYear: guide.year,
      name: guide.name,
      draft: guide.draft,
      selected: guide.year === scope.guideYear,
      figures: measured.at(guide.year),
    }));
}
