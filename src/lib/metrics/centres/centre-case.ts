import type { IsoDate } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import {
  assessedWindows,
  cycleAt,
  nextWindow,
  yearsOffCycle,
  type AssessedWindow,
  type AssessmentWindow,
} from '$lib/policy/centres/assessment-cycle';
import { recordedFacts, reportedFacts } from '$lib/policy/centres/centre-facts';
import { ruleCentre, type CentreRuling } from '$lib/policy/centres/centre-ruling';
import type { AssessmentCycle, CentreRules } from '$lib/policy/centres/centres';
import { rectifications, type Rectification } from '$lib/policy/centres/rectification';
import { owedReports, type DueDay, type OwedReport } from '$lib/policy/centres/report-periods';
import type { ConditionBook, FactValues, ItemConditions } from '$lib/policy/conditions/condition';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import type { Category } from '$lib/policy/rulebook';

/** A row with the name of the file that it was read from. */
export type FiledRow<T extends 'centre' | 'centre_fact' | 'centre_assessment' | 'centre_report' | 'project'> =
  Row<T> & { file_name: string };

/** What the rules need beside the rulebook; loaded with the page. */
export interface CentreBooks {
  centres: CentreRules;
  book: ConditionBook;
  /** Last days of reports; without it those that need a calendar of working days stay open. */
  dueDay?: DueDay;
}

/** The fund guide's item that support is paid from. */
export interface SupportItem {
  category: Category;
  conditions: ItemConditions;
}

/** Everything that the library holds of one centre by a day. */
export interface CentreRecord {
  centre: FiledRow<'centre'>;
  /** The latest known value of each fact. */
  facts: FiledRow<'centre_fact'>[];
  assessments: FiledRow<'centre_assessment'>[];
  reports: FiledRow<'centre_report'>[];
  /** The latest application of its host for support. */
  application: FiledRow<'project'> | null;
}

/** A centre with what the rules say of it. */
export interface CentreCase extends CentreRecord {
  ruling: CentreRuling;
  /** Facts that the answers were found with. */
  values: { now: FactValues; applied: FactValues };
  /** Results as a whole, year by year; a year with aspects only has no grade. */
  results: { year: number; gradeId: string | null; points: number | null }[];
  latest: { year: number; gradeId: string } | null;
  /** Null where it is national, or nobody knows when it was approved. */
  cycle: AssessmentCycle | null;
  windows: AssessedWindow[];
  offCycle: number[];
  /** The window that waits for its assessment. */
  next: AssessmentWindow | null;
  rectifications: Rectification[];
  owed: OwedReport[];
}

/** Of each fact the value that was reported last; a blank does not hide an earlier value. */
export function latestFacts(rows: readonly FiledRow<'centre_fact'>[]): FiledRow<'centre_fact'>[] {
  const latest = new Map<string, FiledRow<'centre_fact'>>();
  for (const row of rows) {
    if (row.value_number === null && row.value_text === null) continue;
    const known = latest.get(row.fact_id);
    if (!known || (row.reported_on ?? '') >= (known.reported_on ?? '')) latest.set(row.fact_id, row);
  }
  return [...latest.values()];
}

function resultsOf(rows: readonly FiledRow<'centre_assessment'>[]): CentreCase['results'] {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const whole = rows.find((row) => row.year === year && row.aspect_id === null);
    return { year, gradeId: whole?.grade_id ?? null, points: whole?.points ?? null };
  });
}

function latestResult(results: CentreCase['results']): CentreCase['latest'] {
  const last = results.findLast(({ gradeId }) => gradeId !== null);
  return last?.gradeId ? { year: last.year, gradeId: last.gradeId } : null;
}

function valuesOf(
  { centre, facts, application }: CentreRecord,
  books: CentreBooks,
  item: SupportItem | null,
  rest: { latestGradeId: string | null; isInProvince: boolean | null; asOf: IsoDate },
): CentreCase['values'] {
  const stored = facts.map(({ fact_id, value_number, value_text }) => ({
    factId: fact_id,
    number: value_number,
    text: value_text,
  }));
  const recorded = recordedFacts(
    {
      fieldNumber: centre.field_number,
      isInProvince: rest.isInProvince,
      approvedOn: centre.approved_on,
      isNational: centre.is_national,
      latestGradeId: rest.latestGradeId,
      declaredOn: rest.asOf,
      hasHostApplied: application !== null,
    },
    books.centres.fields,
  );
  const now = { ...reportedFacts(books.book.facts, stored), ...recorded };
  const carried = application && item ? projectFacts(application, item.category, books.book.facts) : {};
  return { now, applied: { ...carried, ...now } };
}

type Cycles = Pick<CentreCase, 'cycle' | 'windows' | 'offCycle' | 'next'>;

function cyclesOf(
  { centre }: CentreRecord,
  rules: CentreRules,
  years: readonly number[],
  asOf: IsoDate,
): Cycles {
  const { approved_on: approvedOn, is_national: isNational } = centre;
  if (approvedOn === null || isNational === true)
    return { cycle: null, windows: [], offCycle: [], next: null };
  const { cycles } = rules.assessment;
  const windows = assessedWindows(cycles, approvedOn, years, asOf);
  return {
    cycle: cycleAt(cycles, approvedOn, asOf),
    windows,
    offCycle: yearsOffCycle(windows, years),
    next: nextWindow(cycles, approvedOn, windows),
  };
}

/** What every centre of a library is judged with. */
export interface CentreStand {
  asOf: IsoDate;
  books: CentreBooks;
  item: SupportItem | null;
  /** Codes of the province's cities. */
  cities: ReadonlySet<string>;
  /** The first period whose reports the library keeps; null where it keeps none. */
  reportsSince: IsoDate | null;
}

/** Judges one centre by the rules at the as-of day. Support is judged as if its host applied on that day. */
export function caseOfCentre(record: CentreRecord, stand: CentreStand): CentreCase {
  const { asOf, books, item, cities, reportsSince } = stand;
  const { centre, assessments, reports } = record;
  const results = resultsOf(assessments);
  const latest = latestResult(results);
  const isInProvince = centre.city_adcode === null ? null : cities.has(centre.city_adcode);
  const values = valuesOf(record, books, item, {
    latestGradeId: latest?.gradeId ?? null,
    isInProvince,
    asOf,
  });
  const years = results.map(({ year }) => year);
  const handedIn = reports.map((row) => ({
    reportId: row.report_id,
    periodEnd: row.period_end,
    submittedOn: row.submitted_on,
  }));
  return {
    ...record,
    ruling: ruleCentre(books.centres, item && item.conditions, values),
    values,
    results,
    latest,
    ...cyclesOf(record, books.centres, years, asOf),
    rectifications: rectifications(books.centres.assessment, results, asOf),
    owed:
      centre.approved_on === null || reportsSince === null
        ? []
        : owedReports(
            books.centres.reports,
            { approvedOn: centre.approved_on, keptSince: reportsSince },
            handedIn,
            asOf,
            books.dueDay,
          ),
  };
}
