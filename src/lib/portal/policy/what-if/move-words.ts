import { labelOf, listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { WhatIfMove } from '$lib/metrics/what-if/what-if-view';
import { portal } from '../../portal.svelte';

/** Why a project falls out or comes in: the conditions that turned, and what stays open. */
export function whyWords({ decidedBy, direction, after }: WhatIfMove): string {
  const names = listed(decidedBy.map(({ name }) => labelOf(name)));
  return direction === 'comes_in' && after === 'undetermined'
    ? [names, m.what_if_still_open()].filter(Boolean).join(m.policy_semicolon())
    : names;
}

export const directionWords = ({ direction }: Pick<WhatIfMove, 'direction'>): string =>
  direction === 'falls_out' ? m.what_if_col_out() : m.what_if_col_in();

export function itemWords({ categoryId }: WhatIfMove): string {
  const all = portal.rulebook.guides.flatMap(({ categories }) => categories);
  const found = all.find(({ id }) => id === categoryId);
  return found ? labelOf(found.shortName) : categoryId;
}

export function placeWords({ placeAdcode }: WhatIfMove): string {
  const found = portal.rulebook.regions.find(({ adcode }) => adcode === placeAdcode);
  if (!found) return m.what_if_no_place();
  return getLocale() === 'zh' ? found.short : (found.english ?? found.short);
}
