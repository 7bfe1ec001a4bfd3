import type { ItemConditions } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { guideOf } from '$lib/policy/look-up';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Area, Category, Guide, Rulebook } from '$lib/policy/rulebook';
import type { PolicyData } from '../policy-data';
import type { WordContext } from '../words/fact-words';
import { formsOf } from './form-rows';

/** An item of a guide with what it asks for. */
export interface GuideItem {
  category: Category;
  conditions: ItemConditions;
  /** What it is measured by. */
  forms: KpiForm[];
  /** The last part of the id: the item's place on the page and in links (#green-upgrade). */
  slug: string;
  words: WordContext;
}

export interface GuideView {
  guide: Guide;
  areas: { area: Area; items: GuideItem[] }[];
  items: GuideItem[];
  /** The guide says which division answers for which item. */
  namesDivisions: boolean;
}

export const slugOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/**
 * A year's guide as the page reads it.
 * @throws RangeError for a year that the rules do not hold.
 */
export function guideView(rulebook: Rulebook, { book, forms }: PolicyData, year: number): GuideView {
  const guide = guideOf(rulebook, year);
  if (!guide) throw new RangeError(`no guide of ${year}`);
  const items = guide.categories.map((category): GuideItem => ({
    category,
    conditions: conditionsOf(book, category, guide),
    forms: formsOf(forms, category, guide),
    slug: slugOf(category.id),
    words: { book, category },
  }));
  const areas = guide.areas.map((area) => ({
    area,
    items: items.filter(({ category }) => category.areaId === area.id),
  }));
  const namesDivisions = items.some(({ category }) => category.ownerDivision !== null);
  return { guide, areas, items, namesDivisions };
}
