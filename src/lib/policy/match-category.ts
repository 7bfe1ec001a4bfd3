import { guideOf } from './look-up';
import type { Category, CategoryVariant, Rulebook } from './rulebook';
import { sameWords, withoutNumbering } from './same-words';

export interface CategoryMatch {
  category: Category;
  /** The type, where the text names one. */
  variant: CategoryVariant | null;
}

const withoutSuffix = (words: string): string => words.replace(/(?:类)?项目$/, '');

const key = (text: string): string => withoutSuffix(sameWords(text));

const categoryKeys = (category: Category): string[] =>
  [category.name.zh, category.shortName.zh, category.name.en, ...category.aliases].map(key);

const variantKeys = (variant: CategoryVariant): string[] =>
  [variant.name.zh, variant.name.en, ...variant.aliases].map(key);

/** Types are named alone (二级节点) or after their category (标识解析（二级节点）). */
function matchesIn(category: Category, wanted: string): CategoryMatch[] {
  const own = categoryKeys(category);
  const found = category.variants.filter((variant) =>
    variantKeys(variant).some(
      (words) =>
        words === wanted || own.some((name) => wanted === name + words || wanted === `${name}项目${words}`),
    ),
  );
  if (found.length > 0) return found.map((variant) => ({ category, variant }));
  return own.includes(wanted) ? [{ category, variant: null }] : [];
}

/**
 * The category, and its type where named, that a table's text means: by name, short name, alias or section as
 * printed; tolerant of spaces, width, quotation marks, brackets, leading numbers and the suffix 项目.
 * `areaId` narrows the search to one area (null: all). Null where nothing or more than one thing fits.
 */
export function matchCategory(
  rulebook: Rulebook,
  guideYear: number,
  areaId: string | null,
  text: string,
): CategoryMatch | null {
  const categories = (guideOf(rulebook, guideYear)?.categories ?? []).filter(
    (category) => areaId === null || category.areaId === areaId,
  );
  const wanted = sameWords(text);
  if (wanted === '') return null;
  const bySection = categories.filter((category) => sameWords(category.section) === wanted);
  const [section] = bySection;
  if (section && bySection.length === 1) return { category: section, variant: null };
  for (const words of new Set([key(text), key(withoutNumbering(text))])) {
    const matches = categories.flatMap((category) => matchesIn(category, words));
    const [only] = matches;
    if (only && matches.length === 1) return only;
  }
  return null;
}
