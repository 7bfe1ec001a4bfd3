import type { Category, Guide } from '../rulebook.ts';
import type { ConditionBook, Fact, ItemConditions } from './condition.ts';

/**
 * What an item asks for; a draft that copies a guide asks for what the original does.
 * @throws RangeError when the rules hold no such item.
 */
export function conditionsOf(book: ConditionBook, category: Category, guide: Guide): ItemConditions {
  const id =
    guide.copyOf === null ? category.id : category.id.replace(`/${guide.year}/`, `/${guide.copyOf}/`);
  const found = book.items[id];
  if (!found) throw new RangeError(`no conditions for ${category.id}`);
  return found;
}

/** The fact of this id, or null: `variant` is none of them, its options are the item's types. */
export const factById = (book: ConditionBook, id: string): Fact | null =>
  book.facts.find((fact) => fact.id === id) ?? null;
