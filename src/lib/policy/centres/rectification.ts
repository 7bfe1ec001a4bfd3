import type { IsoDate } from '../../domain/calendar.ts';
import type { CentreRules, GradeConsequence } from './centres.ts';

/** The result of one year as a whole; null where the table holds aspects only. */
export interface YearGrade {
  year: number;
  gradeId: string | null;
}

/**
 * The time to mend (整改期) after a failed assessment. `running` until its last day, `overdue` when no new result came
 * by then; `mended` and `failed_again` are told by the next result.
 */
export interface Rectification {
  failedYear: number;
  endsOn: IsoDate;
  state: 'running' | 'overdue' | 'mended' | 'failed_again';
  /** The year of the next result, null while there is none. */
  nextYear: number | null;
  /** The clause that gives the time. */
  clause: GradeConsequence;
  /** What a second fail leads to; null unless it came to that. */
  adjustment: GradeConsequence | null;
}

type Assessment = Pick<CentreRules['assessment'], 'grades' | 'consequences'>;

const stateOf = (passes: boolean | null, endsOn: IsoDate, day: IsoDate): Rectification['state'] => {
  if (passes === null) return day <= endsOn ? 'running' : 'overdue';
  return passes ? 'mended' : 'failed_again';
};

/**
 * Every time to mend by `day`, in order of years. It is counted from the end of the year of assessment, as no table
 * names the day on which the result was told. A second fail in a row ends the first time and begins no new one.
 * Source: rules/centres/2023/work.yaml, 四/（十三）.
 */
export function rectifications(
  { grades, consequences }: Assessment,
  results: readonly YearGrade[],
  day: IsoDate,
): Rectification[] {
  const passes = new Map(grades.map((grade) => [grade.id, grade.passes]));
  const known = results
    .filter(({ gradeId }) => gradeId !== null && passes.has(gradeId))
    .map(({ year, gradeId }) => ({ year, gradeId, passes: passes.get(gradeId ?? '') === true }))
    .sort((a, b) => a.year - b.year);
  const found: Rectification[] = [];
  known.forEach(({ year, gradeId, passes: passed }, index) => {
    const clause = consequences.find((one) => one.years !== null && one.gradeIds.includes(gradeId ?? ''));
    if (passed || !clause || found.some(({ nextYear }) => nextYear === year)) return;
    const next = known[index + 1] ?? null;
    const endsOn = `${year + (clause.years ?? 0)}-12-31`;
    const state = stateOf(next && next.passes, endsOn, day);
    const again = consequences.find((one) => one !== clause && one.gradeIds.includes(gradeId ?? '')) ?? null;
    found.push({
      failedYear: year,
      endsOn,
      state,
      nextYear: next?.year ?? null,
      clause,
      adjustment: state === 'failed_again' ? again : null,
    });
  });
  return found;
}
