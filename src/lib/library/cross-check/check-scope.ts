import type { ConditionBook } from '$lib/policy/conditions/condition';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Category, Guide, Rulebook } from '$lib/policy/rulebook';
import type { ScoringRules } from '$lib/policy/scoring/scoring';
import { isAccepted, type ProjectRecord } from './project-records';

export interface CrossCheckOptions {
  rulebook: Rulebook;
  /** Without them eligibility and limits by city are not judged. */
  conditions?: ConditionBook;
  /** Without them numbers of progress are not judged. */
  forms?: readonly KpiForm[];
  /** Without it, results far beyond a target are not named. */
  scoring?: Pick<ScoringRules, 'explainFrom'>;
}

/** What every check looks up: the rules, and which years the library has targets and acceptances of. */
export interface CheckScope extends CrossCheckOptions {
  categories: ReadonlyMap<string, { category: Category; guide: Guide }>;
  /** Of other guide years the library holds no targets at all: that they are missing there says nothing. */
  yearsWithTargets: ReadonlySet<number>;
  /** Guide years of which an acceptance is known. */
  yearsWithAcceptances: ReadonlySet<number>;
}

const yearsOf = (
  records: readonly ProjectRecord[],
  holds: (record: ProjectRecord) => boolean,
): ReadonlySet<number> => {
  const years = new Set<number>();
  for (const record of records) {
    const { guide_year: year } = record.project;
    if (!years.has(year) && holds(record)) years.add(year);
  }
  return years;
};

export function checkScope(records: readonly ProjectRecord[], options: CrossCheckOptions): CheckScope {
  const { guides } = options.rulebook;
  return {
    ...options,
    categories: new Map(
      guides.flatMap((guide) => guide.categories.map((category) => [category.id, { category, guide }])),
    ),
    yearsWithTargets: yearsOf(records, ({ targets, forms }) => targets.length > 0 || forms.length > 0),
    yearsWithAcceptances: yearsOf(records, (record) => isAccepted(record) || record.acceptances.length > 0),
  };
}
