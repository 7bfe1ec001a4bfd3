import type { IsoDate } from '$lib/domain/calendar';
import { countConditions, type ConditionCounts } from '$lib/policy/centres/centre-ruling';
import type { Condition } from '$lib/policy/conditions/condition';
import type { Eligibility } from '$lib/policy/conditions/evaluate';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import type { CentreBooks, CentreCase } from '../centres/centre-case';
import { loadCentres } from '../centres/load-centres';
import type { Filters } from '../filters';
import { scopeOf, type MetricsContext } from '../scope';

/** A centre as the list shows it. */
export interface CentreLine {
  id: string;
  name: string;
  host: string | null;
  fieldNumber: number | null;
  cityAdcode: string | null;
  approvedOn: IsoDate | null;
  isNational: boolean | null;
  founding: Eligibility['answer'];
  counts: ConditionCounts;
  support: Eligibility['answer'];
  results: CentreCase['results'];
  latest: CentreCase['latest'];
  cycleId: string | null;
  /** The window that still waits for its assessment, by its years; null where none does. */
  next: { firstYear: number; lastYear: number } | null;
  /** Last years of windows that passed without an assessment. */
  missedYears: number[];
  /** The latest time to mend. */
  rectification: { state: CentreCase['rectifications'][number]['state']; endsOn: IsoDate } | null;
  reports: { owed: number; missing: number; late: number };
}

/** A priority field with its centres. */
export interface FieldLine {
  number: number;
  centreIds: string[];
}

/** A founding condition over all centres of the page. */
export interface ClauseLine extends ConditionCounts {
  conditionId: string;
}

export interface CentresView {
  asOf: IsoDate;
  isSample: boolean;
  /** Centres of the library, whatever the filters let through; 0 where it holds none. */
  held: number;
  /** Codes of the cities that are looked at; null is the whole province. */
  cities: string[] | null;
  lines: CentreLine[];
  fields: FieldLine[];
  clauses: ClauseLine[];
  /** The centre that the address names, with everything; null where it names none that is there. */
  open: CentreCase | null;
}

/** Cities that the place filters let through: a county stands for its city, as centres are listed by city. */
export function citiesOf({ region, group }: Filters, { regions }: Rulebook): string[] | null {
  if (region !== null) {
    const found = regions.find(({ adcode }) => adcode === region);
    return found?.cityAdcode ? [found.cityAdcode] : [];
  }
  if (group === null) return null;
  return regions.filter((one) => one.level === 'city' && one.group === group).map(({ adcode }) => adcode);
}

const countOf = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length;

function lineOf({ centre, ruling, windows, cycle, owed, ...rest }: CentreCase): CentreLine {
  const last = rest.rectifications.at(-1);
  return {
    id: centre.centre_id,
    name: centre.name,
    host: centre.host,
    fieldNumber: centre.field_number,
    cityAdcode: centre.city_adcode,
    approvedOn: centre.approved_on,
    isNational: centre.is_national,
    founding: ruling.founding.answer,
    counts: countConditions(ruling.founding),
    support: ruling.supportAnswer,
    results: rest.results,
    latest: rest.latest,
    cycleId: cycle?.id ?? null,
    next: rest.next && { firstYear: rest.next.firstYear, lastYear: rest.next.lastYear },
    missedYears: windows.filter(({ state }) => state === 'missed').map(({ lastYear }) => lastYear),
    rectification: last ? { state: last.state, endsOn: last.endsOn } : null,
    reports: {
      owed: countOf(owed, ({ state }) => state !== 'due'),
      missing: countOf(owed, ({ state }) => state === 'missing'),
      late: countOf(owed, ({ state }) => state === 'late'),
    },
  };
}

function clausesOf(conditions: readonly Condition[], cases: readonly CentreCase[]): ClauseLine[] {
  return conditions.map((condition, index) => {
    const answers = cases.map(({ ruling }) => ruling.founding.conditions[index]?.answer);
    return {
      conditionId: condition.id,
      met: countOf(answers, (answer) => answer === 'met'),
      notMet: countOf(answers, (answer) => answer === 'not_met'),
      open: countOf(answers, (answer) => answer === 'undetermined'),
    };
  });
}

/** Everything that `/centres` shows: fields, centres, founding clause by clause, and the one that is opened. */
export async function loadCentresView(
  engine: Engine,
  { rulebook, meta }: MetricsContext,
  filters: Filters,
  books: CentreBooks,
  openId: string | null = null,
): Promise<CentresView> {
  const { asOf } = scopeOf(filters, meta);
  const cities = citiesOf(filters, rulebook);
  // The centre that is opened is shown whatever the filters let through.
  const scope = { asOf, cities: openId === null ? cities : null };
  const { cases, held } = await loadCentres(engine, rulebook, scope, books);
  return {
    asOf,
    isSample: meta.kind === 'sample',
    held,
    cities,
    lines: cases.map(lineOf),
    fields: books.centres.fields.map(({ number }) => ({
      number,
      centreIds: cases
        .filter(({ centre }) => centre.field_number === number)
        .map(({ centre }) => centre.centre_id),
    })),
    clauses: clausesOf(books.centres.founding.conditions, cases),
    open: cases.find(({ centre }) => centre.centre_id === openId) ?? null,
  };
}
