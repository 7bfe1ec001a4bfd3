import { m } from '$lib/i18n/paraglide/messages';
import type { TargetSheet } from './target-lines';

/** How many of a form's indicators have a target, and how many were reported on. */
export function targetsTitle({ form, asked, set, reported, head }: TargetSheet): string {
  const count = form.indicators.length;
  if (head === null && set === 0) return m.project_targets_title({ form: form.id, count });
  if (reported === 0) return m.project_targets_title_set({ form: form.id, asked, set });
  return m.project_targets_title_reported({ form: form.id, asked, set, reported });
}

/** Why a target is missing: no form was read, or its cell is blank. */
export const absentTarget = ({ head }: TargetSheet): string =>
  head === null ? m.project_targets_missing() : m.project_not_stated();
