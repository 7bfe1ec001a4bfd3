import type { Row } from '$lib/domain/tables';
import { assessmentWindows } from '$lib/policy/centres/assessment-cycle';
import type { CentreRules } from '$lib/policy/centres/centres';
import type { Random } from '../random';
import { assessedByMonth, demoGrades, type CentreDemo } from './centre-parameters';

type Assessment = Omit<Row<'centre_assessment'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

/** Years in which a centre is assessed: the last that counts for each window, and the year after a fail. */
function yearsOf({ approvedOn, failsIn, skipped }: CentreDemo, rules: CentreRules, asOf: string): number[] {
  const day = approvedOn ?? '2023-12-31';
  const told =
    Number(asOf.slice(5, 7)) >= assessedByMonth ? Number(asOf.slice(0, 4)) : Number(asOf.slice(0, 4)) - 1;
  const years = assessmentWindows(rules.assessment.cycles, day, asOf)
    .filter((_, index) => skipped?.includes(index + 1) !== true)
    .map(({ lastYear }) => lastYear);
  const again = failsIn !== undefined && failsIn + 1 < told ? [failsIn + 1] : [];
  return [...new Set([...years, ...again])].filter((year) => year <= told).sort((a, b) => a - b);
}

const tenths = (points: number): number => Math.round(points * 10) / 10;

function yearRows(
  random: Random,
  centreId: string,
  demo: CentreDemo,
  { assessment: { building, running } }: CentreRules,
  year: number,
): Assessment[] {
  const fails = demo.failsIn === year;
  const middle = fails ? 54 : demo.points;
  const aspects = [...building, ...running].map(({ id }): Assessment => {
    const points = tenths(Math.min(99, middle + random.between(-5, 5)));
    return { centre_id: centreId, year, aspect_id: id, points, grade_id: null, note: null };
  });
  const mean = tenths(aspects.reduce((sum, { points }) => sum + (points ?? 0), 0) / aspects.length);
  const grade = demoGrades.find(([least]) => mean >= least)?.[1] ?? null;
  const whole: Assessment = {
    centre_id: centreId,
    year,
    aspect_id: null,
    points: mean,
    grade_id: demo.noGradeIn === year ? null : grade,
    note: fails ? '下达整改通知，限期一年（演示）' : null,
  };
  return [...aspects, whole];
}

/** The assessments of a centre, each with its aspects and the result as a whole. */
export const centreAssessments = (
  random: Random,
  centreId: string,
  demo: CentreDemo,
  rules: CentreRules,
  asOf: string,
): Assessment[] =>
  yearsOf(demo, rules, asOf).flatMap((year) =>
    yearRows(random.fork(String(year)), centreId, demo, rules, year),
  );
