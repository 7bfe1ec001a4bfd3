/**
 * What the sample's payments come to if the share of the plan that was kept goes on, and how far that was from the truth
 * at each past quarter end: loops of the test's own over the rows. No code of the portal takes part.
 */
import { asOf, awarded, projects, type Part } from './sample-answers';
import { sampleTable, type CsvRow } from './sample-rows';

const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const quarter = (day: string): number => Math.floor(monthsOf(day) / 3);
const plans = sampleTable('tranche');
const payments = sampleTable('disbursement').filter((row) => (row['paid_on'] ?? '') <= asOf);
export const now = quarter(asOf);

const idsOf = (rows: CsvRow[]): Map<string, CsvRow> =>
  new Map(rows.map((row) => [row['project_id'] ?? '', row]));

function paid(part: Part, until: number): number {
  const ids = idsOf(projects(part));
  return payments
    .filter((row) => ids.has(row['project_id'] ?? '') && quarter(row['paid_on'] ?? '') <= until)
    .reduce((sum, row) => sum + Number(row['paid_fen']), 0);
}

/** Planned for projects that had been awarded by a quarter, without what was planned for after a termination. */
function planned(part: Part, known: number, until: number): number {
  const ids = idsOf(awarded(part));
  let sum = 0;
  for (const row of plans) {
    const project = ids.get(row['project_id'] ?? '');
    const day = row['planned_on'] ?? '';
    if (!project || day === '' || quarter(project['awarded_on'] ?? '') > known || quarter(day) > until)
      continue;
    if (project['terminated_on'] && day > project['terminated_on']) continue;
    sum += Number(row['planned_fen']);
  }
  return sum;
}

function award(part: Part, until: number): number {
  return awarded(part)
    .filter((row) => quarter(row['awarded_on'] ?? '') <= until)
    .reduce((sum, row) => sum + Number(row['award_fen']), 0);
}

/** Awarded and neither paid nor ended by a termination. */
function unpaid(part: Part, until: number): number {
  return awarded(part)
    .filter((row) => quarter(row['awarded_on'] ?? '') <= until)
    .filter((row) => !row['terminated_on'] || quarter(row['terminated_on']) > until)
    .reduce((sum, row) => {
      const got = payments
        .filter((one) => one['project_id'] === row['project_id'] && quarter(one['paid_on'] ?? '') <= until)
        .reduce((total, one) => total + Number(one['paid_fen']), 0);
      return sum + Number(row['award_fen']) - got;
    }, 0);
}

/** Paid so many quarters after the origin, if the plan is kept as well as before. */
export function byPlan(part: Part, origin: number, steps: number): number {
  const done = paid(part, origin);
  const kept = done / planned(part, origin, origin);
  return Math.min(done + unpaid(part, origin), Math.max(done, planned(part, origin, origin + steps) * kept));
}

/** Half the band one quarter ahead: four of five past errors of whole guide years were no larger. */
export function halfBand(): { half: number; origins: number } {
  const errors: number[] = [];
  const origins = new Set<number>();
  for (const year of ['2020', '2023']) {
    const first = Math.min(...awarded({ year }).map((row) => quarter(row['awarded_on'] ?? '')));
    for (let origin = first + 3; origin < now; origin += 1) {
      if (unpaid({ year }, origin) <= 0) continue;
      origins.add(origin);
      errors.push(
        Math.abs(byPlan({ year }, origin, 1) - paid({ year }, origin + 1)) / award({ year }, origin),
      );
    }
  }
  errors.sort((a, b) => a - b);
  const share = errors[Math.ceil(errors.length * 0.8) - 1] ?? 0;
  return { half: share * award({}, now), origins: origins.size };
}
