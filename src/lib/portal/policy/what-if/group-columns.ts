import type { Snippet } from 'svelte';
import { wordCount } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { CellValue, Column } from '$lib/ui/table-columns';
import type { GroupLine } from './group-lines';
import {
  comparedFigures,
  differenceOf,
  wordDifference,
  wordValue,
  type Compared,
  type WhatIfMeasureId,
} from './shown-measures';

type Cells = Record<'name' | 'bars', Snippet<[GroupLine]>>;

/** Columns of the tables by category, place and cluster, for one measure. */
export function groupColumns(id: WhatIfMeasureId, label: string, cells: Cells): Column<GroupLine>[] {
  const of = ({ figures }: GroupLine): Compared | null => figures && comparedFigures(figures, id);
  const compared = (
    key: string,
    head: string,
    word: (found: Compared) => CellValue,
    sortBy: (found: Compared) => number | null,
    rank: 1 | 2 | 3,
  ): Column<GroupLine> => ({
    key,
    label: head,
    rank,
    value: (line) => {
      const found = of(line);
      return found && word(found);
    },
    sortBy: (line) => {
      const found = of(line);
      return found && sortBy(found);
    },
    blank: (line) => line.figures === null,
  });
  const counted = (
    key: string,
    head: string,
    count: (line: NonNullable<GroupLine['figures']>) => number | null,
    rank: 2 | 3,
  ): Column<GroupLine> => ({
    key,
    label: head,
    rank,
    value: ({ figures }) => {
      if (!figures) return null;
      const found = of({ key, kind: 'row', label: '', figures, changed: false });
      const number = figures.covered === false ? null : count(figures);
      return number === null ? { figure: null, reason: found?.reason ?? '' } : wordCount(number);
    },
    sortBy: ({ figures }) => figures && count(figures),
    // A phone's list tells only what there is.
    blank: ({ figures }) => figures === null || count(figures) === 0,
  });
  return [
    { key: 'name', label, align: 'start', cell: cells.name },
    counted('applicants', m.what_if_applicants(), ({ applicants }) => applicants, 3),
    compared(
      'before',
      m.what_if_guide(),
      (found) => wordValue(found.before, found),
      ({ before }) => before,
      2,
    ),
    compared(
      'after',
      m.what_if_draft(),
      (found) => wordValue(found.after, found),
      ({ after }) => after,
      2,
    ),
    compared(
      'difference',
      m.what_if_difference(),
      (found) => wordDifference(differenceOf(found), found),
      differenceOf,
      1,
    ),
    {
      key: 'bars',
      label: m.what_if_bars(),
      bar: true,
      cell: cells.bars,
      rank: 3,
      blank: (line) => line.figures === null,
    },
    counted('falls-out', m.what_if_col_out(), ({ fallsOut }) => fallsOut, 2),
    counted('comes-in', m.what_if_col_in(), ({ comesIn }) => comesIn, 2),
    ...(id === 'ceiling' || id === 'awards' || id === 'firstYear'
      ? [counted('left-out', m.what_if_col_left_out(), (figures) => comparedFigures(figures, id).leftOut, 3)]
      : []),
  ];
}
