import type { Label } from '$lib/domain/label';
import { ratioOf } from '$lib/domain/ratio';
import type { Figures } from '../figure';
import { rollUp } from '../figure';
import type { LightCounts } from '../light';
import { countLights } from '../light';
import type { Pace } from '../pace';
import { paceOf, periodOf } from '../pace';
import type { MetricsContext, Scope } from '../scope';
import type { BudgetBook, BudgetMeasure, CategoryRow } from './category-rows';
import { budgetMeasures } from './category-rows';

/** Several categories together: an area, or the whole scope. */
export interface BudgetTotal {
  figures: Figures<BudgetMeasure>;
  pace: Pace;
  /** Lights of the categories within that have an appropriation. */
  lights: LightCounts;
  categoryCount: number;
}

export interface AreaRow extends BudgetTotal {
  areaId: string;
  sequence: number;
  name: Label;
  shortName: Label;
  /** Share in the gap of all areas that are behind; null when none is. */
  shareOfBehind: number | null;
}

function together(
  book: BudgetBook,
  context: MetricsContext,
  scope: Scope,
  categories: readonly CategoryRow[],
  everything: boolean,
): BudgetTotal {
  const ids = new Set<unknown>(categories.map((row) => row.categoryId));
  const within = (id: unknown) => everything || ids.has(id);
  // An area adds up its categories, so that one whose tables were never loaded stays missing.
  const figures = everything
    ? book.measured.total()
    : (Object.fromEntries(
        budgetMeasures.map((id) => [
          id,
          rollUp(
            id,
            categories.map((row) => row.figures[id]),
          ),
        ]),
      ) as Figures<BudgetMeasure>);
  const appropriations = book.appropriations.filter((row) => within(row.category_id));
  return {
    figures,
    pace: paceOf(figures.execution_rate, periodOf(appropriations, scope.asOf), context.rulebook.lights),
    lights: countLights(
      categories.filter((row) => row.figures.appropriation.value !== null).map((row) => row.pace.light.light),
    ),
    categoryCount: categories.length,
  };
}

/** All of the scope together, rows of categories that the guide does not list included. */
export const budgetTotal = (book: BudgetBook, context: MetricsContext, scope: Scope): BudgetTotal =>
  together(book, context, scope, book.categories, true);

/** The areas of the guide year in scope, in the guide's order. */
export function areaRows(book: BudgetBook, context: MetricsContext, scope: Scope): AreaRow[] {
  const guide = context.rulebook.guides.find((candidate) => candidate.year === scope.guideYear);
  const rows = (guide?.areas ?? [])
    .map((area) => ({ area, categories: book.categories.filter((row) => row.areaId === area.id) }))
    .filter(({ categories }) => categories.length > 0)
    .sort((a, b) => a.area.sequence - b.area.sequence)
    .map(({ area, categories }) => ({
      areaId: area.id,
      sequence: area.sequence,
      name: area.name,
      shortName: area.shortName,
      ...together(book, context, scope, categories, false),
    }));
  const gap = rows.reduce((sum, row) => sum + (row.pace.behind ?? 0), 0);
  return rows.map((row) => ({ ...row, shareOfBehind: ratioOf(row.pace.behind, gap) }));
}
