import type { Fen } from '$lib/domain/money';
import type { LibraryMeta } from '$lib/domain/library';
import type { ProjectView } from '$lib/metrics/projects/load-project';
import { assess, type Assessment } from '$lib/policy/conditions/assess';
import type { FactValues, ItemConditions } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import type { KpiForm } from '$lib/policy/forms/form';
import { categoryById, guideOf, subsidyOf, variantById } from '$lib/policy/look-up';
import type { Category, CategoryVariant, Guide, Rulebook, Subsidy } from '$lib/policy/rulebook';
import type { ScoringRules } from '$lib/policy/scoring/scoring';
import { conditionsFor } from '../policy/calculator/asked-facts';
import { formsOf } from '../policy/guide/form-rows';
import type { WordContext } from '../policy/words/fact-words';
import { agreedDuties, checkedItems, type CheckedItem, type DutyLine } from './agreed-papers';
import { lifeOf, type ProjectLife } from './life';
import { paymentPlan, type PaymentPlan } from './payment-lines';
import type { ProjectRules } from './project-rules';
import { targetSheet, type TargetSheet } from './target-lines';

/** What the rules say of a project. */
export interface ProjectRuling {
  category: Category;
  guide: Guide;
  variant: CategoryVariant | null;
  subsidy: Subsidy;
  words: WordContext;
  facts: FactValues;
  /** Of the clauses that may speak of a project of its type. */
  assessment: Assessment;
  /** What it is measured by, with what was signed and reported. */
  sheets: TargetSheet[];
  /** 附件4; null where the guide has no such annex. */
  checklist: CheckedItem[] | null;
  /** 附件5; null where the guide has no such annex. */
  duties: DutyLine[] | null;
}

/** A project as its page shows it: what the library holds, and what the rules say to it. */
export interface ProjectCase {
  view: ProjectView;
  meta: LibraryMeta;
  /** Null for a category that the rules do not hold. */
  ruling: ProjectRuling | null;
  life: ProjectLife;
  plan: PaymentPlan;
  scoring: ScoringRules;
}

function itemOf(category: Category, guide: Guide, { book }: ProjectRules): ItemConditions {
  try {
    return conditionsOf(book, category, guide);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return { id: category.id, applicant: null, cityLimit: null, conditions: [], ambiguities: [] };
  }
}

/** Checklist and agreement are annexes of one guide; a draft keeps those of its original. */
const isAnnexYear = ({ comparisons }: ProjectRules['annexes'], guide: Guide): boolean =>
  (guide.copyOf ?? guide.year) === comparisons.laterYear;

/** The form of the project's type, else those of its category. */
function formsFor(forms: KpiForm[], category: Category, guide: Guide, variant: CategoryVariant | null) {
  const wanted = variant?.kpiForm ? [variant.kpiForm] : category.kpiForms;
  const all = formsOf(forms, category, guide);
  return wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id));
}

function rulingOf(
  { row, record, standing }: ProjectView,
  rulebook: Rulebook,
  rules: ProjectRules,
): ProjectRuling | null {
  const category = categoryById(rulebook, row.category_id);
  const guide = category && guideOf(rulebook, category.guideYear);
  if (!category || !guide) return null;
  const item = itemOf(category, guide, rules);
  const own = { ...item, conditions: conditionsFor(item, row.variant_id) };
  const facts = projectFacts(row, category, rules.book.facts);
  const variant = variantById(category, row.variant_id);
  const hasAnnexes = isAnnexYear(rules.annexes, guide);
  return {
    category,
    guide,
    variant,
    subsidy: subsidyOf(category, row.variant_id),
    words: { book: rules.book, category },
    facts,
    assessment: assess(category, own, facts, rulebook.bases),
    sheets: formsFor(rules.forms, category, guide, variant).map((form) => targetSheet(form, record)),
    checklist: hasAnnexes ? checkedItems(rules.annexes.checklist, record) : null,
    duties: hasAnnexes ? agreedDuties(rules.annexes.agreement, standing.award_fen) : null,
  };
}

/**
 * The ceiling that the page names, in 分: what the library holds, so that it agrees with lists and totals, else what
 * the standard gives. They differ where only the maker of the library knew which base an amount is.
 */
export const ceilingOf = ({ view, ruling }: ProjectCase): Fen | null =>
  view.row.ceiling_fen ?? ruling?.assessment.ceiling.known?.fen ?? null;

/** The library holds another ceiling than the working comes to. */
export function recordedCeiling({ view, ruling }: ProjectCase): Fen | null {
  const { ceiling_fen: recorded } = view.row;
  return recorded === (ruling?.assessment.ceiling.known?.fen ?? null) ? null : recorded;
}

export function caseOf(
  view: ProjectView,
  meta: LibraryMeta,
  rulebook: Rulebook,
  rules: ProjectRules,
): ProjectCase {
  const ruling = rulingOf(view, rulebook, rules);
  const awaitsAcceptance =
    view.planned.length > 1 || (ruling?.subsidy.tranches.some(({ on }) => on === 'acceptance') ?? true);
  const plan = paymentPlan(view, ruling?.subsidy ?? null);
  const life = lifeOf(view, { datasets: meta.datasets, paidOnce: !awaitsAcceptance });
  return { view, meta, ruling, life, plan, scoring: rules.scoring };
}
