import { m } from '$lib/i18n/paraglide/messages';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import { portal } from '../../portal.svelte';
import type { GuideView } from '../guide/guide-view';
import type { DraftSession } from './draft-session.svelte';
import { WhatIfDraft } from './what-if.svelte';

/** The draft of a guide year, with what was typed for it before. */
export function draftOf(session: DraftSession, view: GuideView, { facts }: ConditionBook): WhatIfDraft {
  const { year } = view.guide;
  const title = { id: `draft-${year}`, name: m.what_if_default_name({ year }) };
  return new WhatIfDraft(session, view, { facts, bases: portal.rulebook.bases }, title);
}
