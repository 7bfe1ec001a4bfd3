import type { ItemConditions } from '$lib/policy/conditions/condition';
import type { Category } from '$lib/policy/rulebook';
import type { KeptTables } from '../sql/scoped';

interface Kept<T> {
  item: ItemConditions;
  answer: Promise<T>;
}

/**
 * What an item gave under the guide alone, kept while the library and the day stay: a reader turns one value after
 * the other, and of 27 items only those of the draft are asked again.
 */
export class GuideAnswers<T> {
  readonly #byTables = new WeakMap<KeptTables, WeakMap<Category, Kept<T>>>();

  of(tables: KeptTables, category: Category, item: ItemConditions, ask: () => Promise<T>): Promise<T> {
    const byCategory = this.#byTables.get(tables) ?? new WeakMap<Category, Kept<T>>();
    this.#byTables.set(tables, byCategory);
    const found = byCategory.get(category);
    if (found?.item === item) return found.answer;
    const answer = ask();
    byCategory.set(category, { item, answer });
    answer.catch(() => byCategory.delete(category));
    return answer;
  }
}
