import type { ComparisonRelation, GuideComparison, GuideComparisons } from '$lib/policy/annexes/annexes';
import type { SubsidyBase } from '$lib/policy/rulebook';
import type { GuideItem, GuideView } from '../guide/guide-view';
import { compareItems, type CompareRow, type Difference, type ItemComparison } from './compare-items';

export interface ComparedGroup extends ItemComparison {
  comparison: GuideComparison;
  earlier: GuideItem[];
  later: GuideItem[];
}

export interface GuidesCompared {
  earlierYear: number;
  laterYear: number;
  /** Items that stand on both sides: same, split, merged. */
  pairs: ComparedGroup[];
  added: ComparedGroup[];
  ended: ComparedGroup[];
}

const isPair = (relation: ComparisonRelation) => relation !== 'new' && relation !== 'ended';

/**
 * Two guides beside each other, group by group.
 * @throws RangeError where a comparison names an item that a guide does not hold.
 */
export function compareGuides(
  { comparisons, earlierYear, laterYear }: GuideComparisons,
  earlier: GuideView,
  later: GuideView,
  bases: readonly SubsidyBase[],
): GuidesCompared {
  const itemsOf = (view: GuideView, ids: readonly string[]) =>
    ids.map((id) => {
      const found = view.items.find(({ category }) => category.id === id);
      if (!found) throw new RangeError(`the guide of ${view.guide.year} has no ${id}`);
      return found;
    });
  const groups = comparisons.map((comparison): ComparedGroup => {
    const [before, after] = [itemsOf(earlier, comparison.earlierIds), itemsOf(later, comparison.laterIds)];
    return { comparison, earlier: before, later: after, ...compareItems(before, after, bases) };
  });
  const related = (wanted: ComparisonRelation) =>
    groups.filter(({ comparison }) => comparison.relation === wanted);
  return {
    earlierYear,
    laterYear,
    pairs: groups.filter(({ comparison }) => isPair(comparison.relation)),
    added: related('new'),
    ended: related('ended'),
  };
}

/** The row of an aspect that has one subject. */
export const rowOf = ({ rows }: ItemComparison, aspect: CompareRow['aspect']): CompareRow | null =>
  rows.find((row) => row.aspect === aspect) ?? null;

const count = (
  pairs: readonly ComparedGroup[],
  aspect: CompareRow['aspect'],
  fits: (by: Difference) => boolean,
) =>
  pairs.filter((pair) => {
    const difference = rowOf(pair, aspect)?.difference ?? null;
    return difference !== null && fits(difference);
  }).length;

/** What a title says of two guides. */
export interface ComparedCounts {
  pairs: number;
  changed: number;
  capRaised: number;
  capLowered: number;
  baseChanged: number;
  added: number;
  ended: number;
}

export const comparedCounts = ({ pairs, added, ended }: GuidesCompared): ComparedCounts => ({
  pairs: pairs.length,
  changed: pairs.filter(({ changed }) => changed > 0).length,
  capRaised: count(pairs, 'cap', ({ by }) => by > 0),
  capLowered: count(pairs, 'cap', ({ by }) => by < 0),
  baseChanged: pairs.filter((pair) => rowOf(pair, 'base')?.state === 'changed').length,
  added: added.length,
  ended: ended.length,
});
