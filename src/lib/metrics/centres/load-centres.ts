import { conditionsOf } from '$lib/policy/conditions/look-up';
import { categoryById, guideOf } from '$lib/policy/look-up';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import {
  caseOfCentre,
  latestFacts,
  type CentreBooks,
  type CentreCase,
  type FiledRow,
  type SupportItem,
} from './centre-case';
import { centreHoldings, centreParts, centreRows, hostApplications, type CentreScope } from './centre-sql';

/** Centres of a scope, and what the library holds of them at all. */
export interface LoadedCentres {
  cases: CentreCase[];
  /** Centres of the whole library, whatever the filters let through. */
  held: number;
}

const itemName = (categoryId: string): string => categoryId.split('/').at(-1) ?? categoryId;

/** The items of all guides that pay for support of a centre: those that share the name of the rules' own. */
const supportCategories = (rulebook: Rulebook, categoryId: string): string[] =>
  rulebook.guides
    .flatMap(({ categories }) => categories)
    .filter(({ id }) => itemName(id) === itemName(categoryId))
    .map(({ id }) => id);

/** The fund guide's item with its conditions; null where the rulebook has no such item. */
export function supportItem(rulebook: Rulebook, { centres, book }: CentreBooks): SupportItem | null {
  const category = categoryById(rulebook, centres.support.categoryId);
  const guide = category && guideOf(rulebook, category.guideYear);
  return category && guide ? { category, conditions: conditionsOf(book, category, guide) } : null;
}

const grouped = <T extends { centre_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(row.centre_id) ?? [];
    groups.set(row.centre_id, own);
    own.push(row);
  }
  return groups;
};

/** Reads the centres of a scope with everything that hangs on them, and judges each by the rules. */
export async function loadCentres(
  engine: Engine,
  rulebook: Rulebook,
  scope: CentreScope,
  books: CentreBooks,
): Promise<LoadedCentres> {
  const [[holding], centres, facts, assessments, reports, applications] = await Promise.all([
    engine.query<{ centres: number; reports_since: string | null }>(centreHoldings()),
    engine.query<FiledRow<'centre'>>(centreRows(scope)),
    engine.query<FiledRow<'centre_fact'>>(centreParts('centre_fact', scope)),
    engine.query<FiledRow<'centre_assessment'>>(centreParts('centre_assessment', scope)),
    engine.query<FiledRow<'centre_report'>>(centreParts('centre_report', scope)),
    engine.query<FiledRow<'project'> & { centre_id: string }>(
      hostApplications(scope, supportCategories(rulebook, books.centres.support.categoryId)),
    ),
  ]);
  const parts = {
    facts: grouped(facts),
    assessments: grouped(assessments),
    reports: grouped(reports),
    applications: grouped(applications),
  };
  const stand = {
    asOf: scope.asOf,
    books,
    item: supportItem(rulebook, books),
    cities: new Set(rulebook.regions.filter(({ level }) => level === 'city').map(({ adcode }) => adcode)),
    reportsSince: holding?.reports_since ?? null,
  };
  const cases = centres.map((centre) => {
    const id = centre.centre_id;
    const record = {
      centre,
      facts: latestFacts(parts.facts.get(id) ?? []),
      assessments: parts.assessments.get(id) ?? [],
      reports: parts.reports.get(id) ?? [],
      application: parts.applications.get(id)?.[0] ?? null,
    };
    return caseOfCentre(record, stand);
  });
  return { cases, held: holding?.centres ?? 0 };
}
