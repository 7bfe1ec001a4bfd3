import type { Area, Category, CategoryVariant, Guide, Rulebook, Subsidy } from './rulebook.ts';

/** The guide of a year, or null where the rules hold none. */
export const guideOf = (rulebook: Rulebook, year: number): Guide | null =>
  rulebook.guides.find((guide) => guide.year === year) ?? null;

/** A category of any year by its full id, such as `guides/2023/green-upgrade`. */
export function categoryById(rulebook: Rulebook, id: string): Category | null {
  for (const guide of rulebook.guides) {
    const found = guide.categories.find((category) => category.id === id);
    if (found) return found;
  }
  return null;
}

/** The area that a category belongs to, in the category's own year. */
export const areaOf = (rulebook: Rulebook, category: Category): Area | null =>
  guideOf(rulebook, category.guideYear)?.areas.find((area) => area.id === category.areaId) ?? null;

/** A type of a category by its id, or null. */
export const variantById = (category: Category, variantId: string | null): CategoryVariant | null =>
  category.variants.find((variant) => variant.id === variantId) ?? null;

/** The standard that holds for a project of this type: the type's own, else the category's. */
export const subsidyOf = (category: Category, variantId: string | null): Subsidy =>
  variantById(category, variantId)?.subsidy ?? category.subsidy;
