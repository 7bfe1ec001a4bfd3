import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Condition } from '$lib/policy/conditions/condition';
import type { Category, SourceRef } from '$lib/policy/rulebook';
import { sectionNumber } from '../policy-parts';
import type { SearchEntry, SearchField, SearchText } from './find-in-guide';
import type { GuideItem } from './guide-view';
import { standardsOf } from './standards';

/** An indicator of a form that an item is measured by. */
export interface IndicatorText {
  form: string;
  text: string;
}

const at = (field: SearchField, text: string, place: string): SearchText => ({ field, text, place });

const quoted = ({ words, section }: SourceRef): SearchText => at('words', words, section);

function standardSources(category: Category): SourceRef[] {
  return standardsOf(category).flatMap(({ subsidy }) => [
    ...subsidy.components.map(({ source }) => source),
    ...[subsidy.fixedFen, subsidy.capFen, subsidy.tiers ?? null].flatMap((value) =>
      value ? [value.source] : [],
    ),
    ...subsidy.tranches.map(({ source }) => source),
  ]);
}

const conditionTexts = ({ name, source }: Condition): SearchText[] => [
  at('condition', labelOf(name), source.section),
  quoted(source),
];

function entryOf(item: GuideItem, indicators: readonly IndicatorText[]): SearchEntry {
  const { category, conditions, slug } = item;
  const place = sectionNumber(category.section);
  const names = [
    labelOf(category.name),
    ...category.aliases,
    ...category.variants.map(({ name }) => labelOf(name)),
  ];
  const sources = [
    ...(category.quota ? [category.quota.source] : []),
    ...(category.separateNotice ? [category.separateNotice] : []),
    ...category.subQuotas.map(({ source }) => source),
    ...(category.ownerDivision ? [category.ownerDivision.source] : []),
    ...(conditions.cityLimit ? [conditions.cityLimit.source] : []),
    ...standardSources(category),
  ];
  return {
    slug,
    number: place,
    name: labelOf(category.name),
    texts: [
      ...names.map((name) => at('name', name, place)),
      ...(conditions.applicant
        ? [at('condition', labelOf(conditions.applicant.value), conditions.applicant.source.section)]
        : []),
      ...standardsOf(category).map(({ subsidy }) => at('standard', labelOf(subsidy.summary), place)),
      ...conditions.conditions.flatMap(conditionTexts),
      ...indicators.map(({ form, text }) => at('indicator', text, m.annex({ number: form }))),
      ...conditions.ambiguities.map(({ id, question }) => at('ambiguity', question, id)),
      ...sources.map(quoted),
    ],
  };
}

/** What can be searched in each item, in the language of the page; clauses stay in that of the document. */
export const searchEntries = (
  items: readonly GuideItem[],
  indicatorsOf: (item: GuideItem) => readonly IndicatorText[],
): SearchEntry[] => items.map((item) => entryOf(item, indicatorsOf(item)));
