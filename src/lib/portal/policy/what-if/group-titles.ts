import { labelOf, spokenMoney } from '$lib/briefing/wording';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { Label } from '$lib/domain/label';
import {
  comparedFigures,
  differenceOf,
  isMoney,
  measureName,
  type CoveredFigures,
  type WhatIfMeasureId,
} from './shown-measures';

type Named = CoveredFigures & { shortName: Label | null };
type Kind = 'categories' | 'places' | 'clusters';

const sameTitles: Record<Kind, (words: { measure: string }) => string> = {
  categories: m.what_if_same_categories,
  places: m.what_if_same_places,
  clusters: m.what_if_same_clusters,
};
const movedTitles: Record<
  Kind,
  (words: { measure: string; count: number; name: string; by: string }) => string
> = {
  categories: m.what_if_moved_categories,
  places: m.what_if_moved_places,
  clusters: m.what_if_moved_clusters,
};

/** Title of a table: how many of its rows move, and which moves most. */
export function groupTitle(rows: readonly Named[], id: WhatIfMeasureId, kind: Kind): string {
  const moved = rows.flatMap((row) => {
    const difference = differenceOf(comparedFigures(row, id));
    return difference === null || difference === 0 ? [] : [{ row, difference }];
  });
  const measure = measureName(id);
  const most = moved
    .filter(({ row }) => row.shortName !== null)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0];
  if (!most) return sameTitles[kind]({ measure });
  const size = Math.abs(most.difference);
  const amount = isMoney(id) ? spokenMoney(size) : m.what_if_projects({ count: showNumber(size) });
  const by = most.difference < 0 ? m.what_if_less({ amount }) : m.what_if_more({ amount });
  const name = most.row.shortName ? labelOf(most.row.shortName) : '';
  if (moved.length === 1) return m.what_if_moved_one({ measure, name, by });
  return movedTitles[kind]({ measure, count: moved.length, name, by });
}
