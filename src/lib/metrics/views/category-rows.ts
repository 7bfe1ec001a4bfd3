import type { Label } from '$lib/domain/label';
import type { Category, LightSteps, Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import type { Figures } from '../figure';
import { useOf } from '../light';
import type { Measured } from '../measure-by';
import { measureBy } from '../measure-by';
import type { Pace } from '../pace';
import { paceOf, periodOf } from '../pace';
import { appropriationsOf, standingAt } from '../standing';
import type { MetricsContext, Scope } from '../scope';
import type { AppropriationRow } from '../sql/appropriations';
import { appropriationsIn } from '../sql/appropriations';
import type { SubQuotaUseRow } from '../sql/sub-quotas';
import { subQuotaUse } from '../sql/sub-quotas';
import type { AlertKind } from './alerts';
import { alertKindsOf } from './alerts';
import type { QuotaBasis, SubQuotaRow } from './sub-quota-rows';
import { subQuotaRows } from './sub-quota-rows';

/** What is shown of every category, area and the whole. */
export const budgetMeasures = [
  'applications',
  'requested',
  'policy_ceiling',
  'ceiling_undetermined',
  'appropriation',
  'awards',
  'awarded',
  'paid',
  'unpaid',
  'recovered',
  'terminated',
  'execution_rate',
  'commitment_rate',
  'disbursement_rate',
  'quota',
  'quota_used_rate',
  'quota_headroom',
  'application_quota_rate',
  'award_rate',
  'investment',
  'leverage',
] as const;
export type BudgetMeasure = (typeof budgetMeasures)[number];

/** A support category of the guide with its figures. */
export interface CategoryRow {
  categoryId: string;
  areaId: string;
  sequence: number;
  section: string;
  name: Label;
  shortName: Label;
  ownerDivision: string | null;
  /** 补助标准 in a few printed words. */
  standard: Label;
  separateNotice: boolean;
  /** Why the guide sets no quota; null where it sets one. */
  noQuotaReason: Label | null;
  figures: Figures<BudgetMeasure>;
  pace: Pace;
  /** Use of the quota in the view's basis; null without a quota or where it is not known at this level. */
  quotaUse: 'room' | 'near' | 'full' | 'over' | null;
  /** Empty where quotas are not known at this level (a city's or cluster's projects alone). */
  subQuotas: SubQuotaRow[];
  flags: AlertKind[];
}

/** Everything that overview and quota page make their rows from. */
export interface BudgetBook {
  basis: QuotaBasis;
  measured: Measured<BudgetMeasure>;
  appropriations: AppropriationRow[];
  categories: CategoryRow[];
}

/** The categories of a guide year that the scope lets through, in the guide's order. */
export function categoriesIn(rulebook: Rulebook, scope: Scope): Category[] {
  const guide = rulebook.guides.find((candidate) => candidate.year === scope.guideYear);
  return (guide?.categories ?? [])
    .filter((category) => scope.areaId === null || category.areaId === scope.areaId)
    .filter((category) => scope.categoryIds === null || scope.categoryIds.includes(category.id))
    .sort((a, b) => a.sequence - b.sequence);
}

/** Awards as soon as one is known in scope, applications before. */
export const quotaBasisOf = (total: Figures<BudgetMeasure>): QuotaBasis =>
  (total.awards.value ?? 0) > 0 ? 'awards' : 'applications';

interface RowParts {
  figures: Figures<BudgetMeasure>;
  pace: Pace;
  uses: readonly SubQuotaUseRow[];
  basis: QuotaBasis;
  steps: LightSteps;
}

function categoryRow(category: Category, { figures, pace, uses, basis, steps }: RowParts): CategoryRow {
  const used = figures[basis].value;
  const quota = figures.quota.value;
  const row: CategoryRow = {
    categoryId: category.id,
    areaId: category.areaId,
    sequence: category.sequence,
    section: category.section,
    name: category.name,
    shortName: category.shortName,
    ownerDivision: category.ownerDivision?.value ?? null,
    standard: category.subsidy.summary,
    separateNotice: category.separateNotice !== null,
    noQuotaReason: category.noQuotaReason,
    figures,
    pace,
    quotaUse: used === null || quota === null ? null : useOf(used, quota, steps),
    subQuotas:
      used === null || figures.quota.reason === 'only_by_category'
        ? []
        : subQuotaRows(category, uses, basis, used, steps),
    flags: [],
  };
  return { ...row, flags: alertKindsOf(row, basis, steps) };
}

/** Figures, pace, quota use and alarms of each category in scope. */
export async function loadBudgetBook(
  engine: Engine,
  context: MetricsContext,
  scope: Scope,
): Promise<BudgetBook> {
  const { rulebook, meta } = context;
  // The period holds for a city's or cluster's projects too, though the money is not set aside by city.
  const funded = meta.datasets.includes('appropriations');
  const [measured, allAppropriations, uses] = await Promise.all([
    measureBy(engine, meta, { measures: budgetMeasures, by: ['category'], scope }),
    funded ? appropriationsOf(engine, meta) : [],
    standingAt(engine, meta, scope.asOf).then((source) =>
      engine.query<SubQuotaUseRow>(subQuotaUse(source, scope)),
    ),
  ]);
  const appropriations = appropriationsIn(allAppropriations, scope);
  const basis = quotaBasisOf(measured.total());
  const categories = categoriesIn(rulebook, scope).map((category) => {
    const figures = measured.at(category.id);
    const own = appropriations.filter((row) => row.category_id === category.id);
    const pace = paceOf(figures.execution_rate, periodOf(own, scope.asOf), rulebook.lights);
    return categoryRow(category, { figures, pace, uses, basis, steps: rulebook.lights });
  });
  return { basis, measured, appropriations, categories };
}
