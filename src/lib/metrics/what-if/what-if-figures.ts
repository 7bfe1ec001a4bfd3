import type { SideColumn, Side, SumName, SumRow } from './what-if-sql';
import type { BeforeAfter, EligibilityCounts, MoneySum, WhatIfFigures } from './what-if-view';

/** Adds without losing a 分. @throws RangeError beyond what a number holds exactly (about 90 万亿元). */
function added(sum: number, value: number): number {
  const total = sum + value;
  if (!Number.isSafeInteger(total)) throw new RangeError(`the sum ${total} 分 is too large to be exact`);
  return total;
}

const count = (rows: readonly SumRow[], column: SideColumn | CountColumn): number =>
  rows.reduce((sum, row) => added(sum, row[column] ?? 0), 0);

type CountColumn = 'applicants' | 'awarded' | 'comes_in' | 'falls_out' | 'awards_lost';

const both = <T>(of: (side: Side) => T): BeforeAfter<T> => ({ before: of('before'), after: of('after') });

const eligibility = (rows: readonly SumRow[], side: Side): EligibilityCounts => ({
  met: count(rows, `met_${side}`),
  notMet: count(rows, `not_met_${side}`),
  undetermined: count(rows, `undetermined_${side}`),
});

/** No projects at all add up to a real 0; projects without amounts to none. */
function money(rows: readonly SumRow[], sum: SumName, side: Side, known: boolean): MoneySum {
  const counted = count(rows, `${sum}_counted_${side}`);
  const leftOut = count(rows, `${sum}_left_out_${side}`);
  const isKnown = known && (counted > 0 || leftOut === 0);
  return {
    fen: isKnown ? count(rows, `${sum}_fen_${side}`) : null,
    counted,
    leftOut,
    estimated: count(rows, `${sum}_estimated_${side}`),
  };
}

/** The figures of some places and clusters together; `awardsKnown` is false where the library has no awards. */
export const figuresOf = (rows: readonly SumRow[], awardsKnown: boolean): WhatIfFigures => ({
  applicants: count(rows, 'applicants'),
  awardedProjects: awardsKnown ? count(rows, 'awarded') : null,
  eligibility: both((side) => eligibility(rows, side)),
  ceiling: both((side) => money(rows, 'ceiling', side, true)),
  awards: both((side) => money(rows, 'award', side, awardsKnown)),
  firstYear: both((side) => money(rows, 'first', side, awardsKnown)),
  comesIn: count(rows, 'comes_in'),
  fallsOut: count(rows, 'falls_out'),
  awardsLost: count(rows, 'awards_lost'),
});
