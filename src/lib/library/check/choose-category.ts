import type { Fen } from '$lib/domain/money';
import { areaOf, subsidyOf } from '$lib/policy/look-up';
import { matchCategory, type CategoryMatch } from '$lib/policy/match-category';
import { matchCluster } from '$lib/policy/match-cluster';
import type { Category, Rulebook } from '$lib/policy/rulebook';
import { halfWidth } from '../values/text';
import type { FindingCode } from './finding-codes';
import type { SheetContext } from './sheet-context';

export interface CategoryChoice {
  category: Category;
  variantId: string | null;
  /** The most that the guide grants a project of this kind, or null where it names no such amount. */
  capFen: Fen | null;
}

export type CategoryAnswer =
  { kind: 'found'; choice: CategoryChoice } | { kind: 'fault'; code: FindingCode; expected: string | null };

const formNumber = /^(?:附件)?(1-\d{1,2})(?!\d)(.*)$/;
/** What stands behind a form's number without naming a category. */
const formWords = /^(?:项目)?(?:绩效目标)?(?:申报)?表?$/;

/** The category whose KPI form has this number (附件1-18). Null where several share it, or the words beside it differ. */
function matchForm({ rulebook, guideYear, areaId }: SheetContext, text: string): CategoryMatch | null {
  const bare = halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015]/g, '-');
  const [, form = '', words = ''] = formNumber.exec(bare) ?? [];
  const categories = rulebook.guides.find(({ year }) => year === guideYear)?.categories ?? [];
  const sharing = categories.filter(
    (category) => category.kpiForms.includes(form) && (areaId === null || category.areaId === areaId),
  );
  const [category] = sharing;
  if (!category || sharing.length > 1) return null;
  if (formWords.test(words)) return { category, variant: null };
  const named = matchCategory(rulebook, guideYear, areaId, words);
  return named?.category.id === category.id ? named : null;
}

function answerFor(context: SheetContext, text: string): CategoryAnswer {
  const { rulebook, guideYear, areaId } = context;
  const match = matchCategory(rulebook, guideYear, areaId, text) ?? matchForm(context, text);
  if (match) {
    const variantId = match.variant?.id ?? null;
    const subsidy = subsidyOf(match.category, variantId);
    const capFen = subsidy.capFen?.value ?? subsidy.fixedFen?.value ?? null;
    return { kind: 'found', choice: { category: match.category, variantId, capFen } };
  }
  const elsewhere = areaId === null ? null : matchCategory(rulebook, guideYear, null, text);
  if (elsewhere) {
    const expected = areaOf(rulebook, elsewhere.category)?.name.zh ?? null;
    return { kind: 'fault', code: 'category_other_area', expected };
  }
  const area = rulebook.guides
    .find((guide) => guide.year === guideYear)
    ?.areas.find(({ id }) => id === areaId);
  return { kind: 'fault', code: 'category_unknown', expected: area?.name.zh ?? null };
}

// A sheet names the same few categories and clusters on thousands of rows: each text is looked up once.
const answers = new WeakMap<SheetContext, Map<string, CategoryAnswer>>();
const clusterIds = new WeakMap<Rulebook, Map<string, string | null>>();

function once<K extends object, V>(
  cache: WeakMap<K, Map<string, V>>,
  owner: K,
  text: string,
  look: () => V,
): V {
  const known = cache.get(owner) ?? new Map<string, V>();
  cache.set(owner, known);
  const found = known.get(text);
  if (found !== undefined) return found;
  const fresh = look();
  known.set(text, fresh);
  return fresh;
}

/**
 * The category that a cell names. Faults: `category_unknown` (expected: the table's area), and
 * `category_other_area` (expected: the area where the category belongs).
 */
export const chooseCategory = (context: SheetContext, text: string): CategoryAnswer =>
  once(answers, context, text, () => answerFor(context, text));

/** Id of the cluster that a text names, or null. */
export const clusterIdOf = (rulebook: Rulebook, text: string): string | null =>
  once(clusterIds, rulebook, text, () => matchCluster(rulebook, text)?.id ?? null);
