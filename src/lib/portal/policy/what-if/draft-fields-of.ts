import type { RuleVocabulary } from '$lib/policy/what-if/draft-fields';
import { draftFields } from '$lib/policy/what-if/draft-fields';
import type { DraftChange, DraftField, FieldRef } from '$lib/policy/what-if/draft';
import { fieldKey } from '$lib/policy/what-if/draft';
import type { GuideItem, GuideView } from '../guide/guide-view';

/** An item with the values that a draft may change. */
export interface DraftItem {
  item: GuideItem;
  fields: DraftField[];
}

/** In the order in which the page lists them. */
export const fieldGroups = ['rates', 'caps', 'payments', 'quotas', 'thresholds', 'days'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

const groups: Record<FieldRef['kind'], FieldGroup> = {
  rate: 'rates',
  cap: 'caps',
  fixed: 'caps',
  tranche: 'payments',
  quota: 'quotas',
  sub_quota: 'quotas',
  threshold: 'thresholds',
  day: 'days',
};

export const groupOf = ({ ref }: DraftField): FieldGroup => groups[ref.kind];

/** Where the text of a field is kept: unique over all items of all years. */
export const placeOf = ({ category, key }: Pick<DraftField, 'category' | 'key'>): string =>
  `${category} ${key}`;

export const placeOfChange = ({ category, field }: DraftChange): string =>
  placeOf({ category, key: fieldKey(field) });

/** All items of a guide with what can be changed in them. */
export const draftItems = (view: GuideView, vocabulary: RuleVocabulary): DraftItem[] =>
  view.items.map((item) => ({
    item,
    fields: draftFields({ category: item.category, conditions: item.conditions }, vocabulary),
  }));
