import type { IsoDate } from '$lib/domain/calendar';
import { shareOfTimeGone } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import { ratioOf } from '$lib/domain/ratio';
import type { LightSteps } from '$lib/policy/rulebook';
import type { Figure } from './figure';
import type { LightReading } from './light';
import { lightAt } from './light';
import type { AppropriationRow } from './sql/appropriations';

/** The period of some appropriations, and how much of it has gone. */
export interface Period {
  start: IsoDate | null;
  end: IsoDate | null;
  /** Share of time gone; over several periods weighted by money, so that it is expected ÷ appropriation. */
  timeShare: number | null;
  /** What would be paid by now at an even pace, in 分. */
  expected: Fen | null;
}

/** Payment against time. */
export interface Pace extends Period {
  /** How much less than expected was paid; 0 when not behind; null when unknown. */
  behind: Fen | null;
  /** Execution less time share: −0.15 is 15 points slower than time. */
  ahead: number | null;
  light: LightReading;
}

const unknownPeriod: Period = { start: null, end: null, timeShare: null, expected: null };

/** The period of appropriations at an as-of day; all null where there are none. */
export function periodOf(rows: readonly AppropriationRow[], asOf: IsoDate): Period {
  const [first] = rows;
  if (first === undefined) return unknownPeriod;
  const amount = rows.reduce((sum, row) => sum + row.amount_fen, 0);
  const shareOf = (row: AppropriationRow) => shareOfTimeGone(asOf, row.period_start, row.period_end);
  const due = rows.reduce((sum, row) => sum + row.amount_fen * shareOf(row), 0);
  const start = rows.reduce(
    (least, row) => (row.period_start < least ? row.period_start : least),
    first.period_start,
  );
  const end = rows.reduce((most, row) => (row.period_end > most ? row.period_end : most), first.period_end);
  const samePeriod = rows.every(
    (row) => row.period_start === first.period_start && row.period_end === first.period_end,
  );
  return {
    start,
    end,
    timeShare: samePeriod ? shareOf(first) : ratioOf(due, amount),
    expected: Math.round(due),
  };
}

/**
 * The pace of an execution rate in a period: its part is what was paid, its whole the appropriation. Where the
 * rate is not known (a city's projects alone) the share of time still is, but nothing is expected or behind.
 */
export function paceOf(execution: Figure, period: Period, steps: LightSteps): Pace {
  const { timeShare } = period;
  const expected = execution.whole === null ? null : period.expected;
  return {
    ...period,
    expected,
    behind: expected === null || execution.part === null ? null : Math.max(0, expected - execution.part),
    ahead: timeShare === null || execution.value === null ? null : execution.value - timeShare,
    light: lightAt(execution, timeShare, steps),
  };
}
