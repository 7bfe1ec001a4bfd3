import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Condition } from '$lib/policy/conditions/condition';
import type { Category, SourceRef } from '$lib/policy/rulebook';
import { sectionNumber } from '../policy-parts';
import type { SearchEntry, SearchField, SearchText } from './find-in-guide';
import type { GuideItem } from './guide-view';
import { standardsOf } from './standards';

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

const indicatorTexts = ({ id, indicators }: KpiForm): SearchText[] =>
  indicators
    .flatMap((row) => [row, ...(row.parts?.list ?? [])])
    .map(({ name, unit }) =>
      at(
        'indicator',
        unit ? `${labelOf(name)}（${labelOf(unit.name)}）` : labelOf(name),
        m.annex({ number: id }),
      ),
    );

function entryOf(item: GuideItem): SearchEntry {
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
      ...item.forms.flatMap(indicatorTexts),
      ...conditions.ambiguities.map(({ id, question }) => at('ambiguity', question, id)),
      ...sources.map(quoted),
    ],
  };
}

/** What can be searched in each item, in the language of the page; clauses stay in that of the document. */
export const searchEntries = (items: readonly GuideItem[]): SearchEntry[] => items.map(entryOf);
