import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import type { KpiForm } from '$lib/policy/forms/form';
import { readForms } from '$lib/policy/forms/read-forms';
import { readRulebook } from '$lib/policy/read-rules';
import type { Category, Guide, Rulebook, SourceRef, Subsidy } from '$lib/policy/rulebook';
import { guideOfText } from './find-category';

const isSource = (value: object): value is SourceRef =>
  'document' in value && 'section' in value && 'words' in value;

/** Every clause named anywhere in an item, each once, in the order in which they stand. */
function sourcesIn(value: unknown): SourceRef[] {
  const found = new Map<string, SourceRef>();
  const visit = (inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return;
    if (isSource(inner)) found.set(`${inner.document} ${inner.section} ${inner.words}`, inner);
    else Object.values(inner).forEach(visit);
  };
  visit(value);
  return [...found.values()];
}

/** The same standard with the names of its bases beside their ids. */
const withBaseNames = (subsidy: Subsidy, { bases }: Rulebook) => ({
  ...subsidy,
  components: subsidy.components.map((component) => ({
    ...component,
    base: bases.find(({ id }) => id === component.baseId)?.name ?? null,
  })),
});

const formNumbers = ({ kpiForms, variants }: Category): string[] => [
  ...new Set([...kpiForms, ...variants.flatMap(({ kpiForm }) => kpiForm ?? [])]),
];

function itemOut(
  category: Category,
  guide: Guide,
  rulebook: Rulebook,
  book: ConditionBook,
  forms: KpiForm[],
) {
  const { applicant, cityLimit, conditions, ambiguities } = conditionsOf(book, category, guide);
  const numbers = formNumbers(category);
  const item = {
    ...category,
    subsidy: withBaseNames(category.subsidy, rulebook),
    variants: category.variants.map((variant) => ({
      ...variant,
      subsidy: variant.subsidy && withBaseNames(variant.subsidy, rulebook),
    })),
    applicant,
    cityLimit,
    conditions,
    indicators: forms.filter(({ id }) => numbers.includes(id)).flatMap(({ indicators }) => indicators),
    ambiguities,
  };
  return { ...item, sources: sourcesIn(item) };
}

/** Types where an item has some, else the item itself. */
const leavesOf = (categories: Category[]) =>
  categories.reduce((sum, { variants }) => sum + Math.max(1, variants.length), 0);

const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);

/**
 * Everything that `rules/` holds of a guide: each item with its clauses, the KPI forms, the annexes, and counts.
 * A draft that copies a guide has the forms and annexes of the original. @throws UsageError for an unknown year
 */
export function listing(year: string | undefined) {
  const rulebook = readRulebook();
  const guide = guideOfText(rulebook, year);
  const book = readConditionBook();
  const printedYear = guide.copyOf ?? guide.year;
  const forms = readForms().filter(({ guideYear }) => guideYear === printedYear);
  const items = guide.categories.map((category) => itemOut(category, guide, rulebook, book, forms));
  const annexes = annexesOf(printedYear);
  return {
    guide: { year: guide.year, draft: guide.draft, copyOf: guide.copyOf, name: guide.name },
    counts: {
      items: items.length,
      types: leavesOf(guide.categories),
      quota: sumOf(guide.categories.flatMap(({ quota }) => quota?.value ?? [])),
      conditions: sumOf(items.map(({ conditions }) => conditions.length)),
      forms: forms.length,
      indicators: sumOf(forms.map(({ indicators }) => indicators.length)),
      ...annexes.counts,
    },
    areas: guide.areas,
    items,
    forms,
    annexes: annexes.content,
  };
}

/** The annexes that a guide prints beside its forms, and their counts. */
function annexesOf(year: number) {
  const annexes = readAnnexes();
  const { directions, tasks2020, training, commitments, checklist, agreement, contacts, comparisons } =
    annexes;
  const isOwn = ({ categoryId }: { categoryId: string }) => categoryId.startsWith(`guides/${year}/`);
  if (isOwn(tasks2020)) {
    const { supportFields2020, tables2020, clusters2019 } = annexes;
    return {
      counts: { tasks: tasks2020.tasks.length },
      content: {
        tasks: tasks2020,
        supportFields: supportFields2020,
        tables: tables2020,
        clusters2019,
        comparisons,
      },
    };
  }
  if (!isOwn(directions)) return { counts: {}, content: { comparisons } };
  const centres = readCentreRules();
  return {
    counts: {
      directions: directions.directions.length,
      directionClusters: new Set(directions.directions.map(({ clusterId }) => clusterId)).size,
      centreFields: centres.fields.length,
    },
    content: { directions, training, commitments, checklist, agreement, contacts, comparisons, centres },
  };
}

export type Listing = ReturnType<typeof listing>;
