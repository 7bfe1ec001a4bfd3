/** Answers to the questions that pages answer about the sample: plain loops over its rows, whole numbers only. */
import { sampleTable, sum, type CsvRow } from './sample-rows';

/** 数据截止日 of the sample. */
export const asOf = '2026-09-30';

const projectRows = sampleTable('project');
const payments = sampleTable('disbursement');
const appropriations = sampleTable('appropriation');

/** A part of the sample; what is left out is not narrowed. */
export interface Part {
  year?: string;
  place?: string;
  cluster?: string;
  category?: string;
  area?: ReadonlySet<string>;
}

/** Where a project counts: its city, or its county where that reports to the province directly. */
export const placeOf = (row: CsvRow): string =>
  (row['reports_directly'] === 'true' ? row['county_adcode'] : row['city_adcode']) ?? '';

const byDay = (day: string | undefined): boolean => day !== undefined && day !== '' && day <= asOf;

export const projects = ({ year = '2023', place, cluster, category, area }: Part = {}): CsvRow[] =>
  projectRows.filter(
    (row) =>
      row['guide_year'] === year &&
      (place === undefined || placeOf(row) === place) &&
      (cluster === undefined || row['cluster_id'] === cluster) &&
      (category === undefined || row['category_id'] === category) &&
      (area === undefined || area.has(row['category_id'] ?? '')),
  );

export const applied = (part: Part = {}): CsvRow[] =>
  projects(part).filter((row) => !row['submitted_on'] || byDay(row['submitted_on']));

export const awarded = (part: Part = {}): CsvRow[] =>
  projects(part).filter((row) => byDay(row['awarded_on']));

export const awardedFen = (part: Part = {}): bigint => sum(awarded(part), 'award_fen');

function paidTo(rows: CsvRow[]): bigint {
  const ids = new Set(rows.map((row) => row['project_id']));
  return sum(
    payments.filter((row) => ids.has(row['project_id']) && byDay(row['paid_on'])),
    'paid_fen',
  );
}

export const paidFen = (part: Part = {}): bigint => paidTo(projects(part));

/** What is still owed to projects that were awarded and not terminated. */
export function unpaidFen(part: Part = {}): bigint {
  const running = awarded(part).filter((row) => !byDay(row['terminated_on']));
  return sum(running, 'award_fen') - paidTo(running);
}

export const appropriatedFen = (year = '2023'): bigint =>
  sum(
    appropriations.filter((row) => row['guide_year'] === year),
    'amount_fen',
  );
