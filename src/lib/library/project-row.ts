import type { Fen } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import { policyCeiling } from '$lib/policy/ceiling';
import { subsidyOf } from '$lib/policy/look-up';
import { subQuotaStates } from '$lib/policy/sub-quota-members';
import type { CategoryChoice } from './check/choose-category';
import { projectKey } from './check/duplicates';
import type { RowRegion } from './check/place-row';
import type { RowValues } from './check/read-row';
import type { SheetContext } from './check/sheet-context';
import { sha256OfText } from './sha256';

export interface RowOrigin {
  fileId: string;
  sheet: string | null;
}

/** A row that passed every check: what a project row needs is known. */
export interface AcceptedRow {
  values: RowValues;
  name: string;
  recipient: string;
  choice: CategoryChoice;
  region: RowRegion;
}

/** The same project of the same guide has the same number, from whatever file and in whatever order it came. */
const projectId = (guideYear: number, recipient: string, name: string): string =>
  `p-${guideYear}-${sha256OfText(projectKey(recipient, name)).slice(0, 16)}`;

function ceilingOf(context: SheetContext, { values, choice }: AcceptedRow): Fen | null {
  const totalInvestmentFen = values.amounts.get('total_investment_fen') ?? null;
  const subsidy = subsidyOf(choice.category, choice.variantId);
  return policyCeiling(subsidy, { bases: {}, totalInvestmentFen }, context.rulebook.bases).known?.fen ?? null;
}

/**
 * The project row of a line of a summary table. A line of such a table is an admission (入库): nothing is known
 * of awards and payments, so these stay null.
 */
export function projectRow(context: SheetContext, row: AcceptedRow, origin: RowOrigin): Row<'project'> {
  const { values, choice, region } = row;
  const text = (field: string) => values.texts.get(field) ?? null;
  const amount = (field: string) => values.amounts.get(field) ?? null;
  return {
    project_id: projectId(context.guideYear, row.recipient, row.name),
    guide_year: context.guideYear,
    category_id: choice.category.id,
    variant_id: choice.variantId,
    name: row.name,
    recipient_name: row.recipient,
    recipient_code: text('recipient_code'),
    address: text('address'),
    industry: text('industry'),
    revenue_fen: amount('revenue_fen'),
    tax_paid_fen: amount('tax_paid_fen'),
    profit_fen: amount('profit_fen'),
    city_adcode: region.cityAdcode,
    county_adcode: region.countyAdcode,
    reports_directly: region.reportsDirectly,
    in_cluster: values.cluster?.inCluster ?? null,
    cluster_id: values.cluster?.clusterId ?? null,
    total_investment_fen: amount('total_investment_fen'),
    fixed_asset_investment_fen: amount('fixed_asset_investment_fen'),
    start_date: values.dates.get('start_date') ?? null,
    end_date: values.dates.get('end_date') ?? null,
    requested_fen: amount('requested_fen'),
    subsidy_base_fen: null,
    ceiling_fen: ceilingOf(context, row),
    status: 'admitted',
    submitted_on: context.compiledOn,
    awarded_on: null,
    award_fen: null,
    accepted_on: null,
    terminated_on: null,
    source_file_id: origin.fileId,
    source_sheet: origin.sheet,
    source_row: values.row + 1,
  };
}

/** For which parts of its category's quota a project counts. */
export const subQuotaRows = (
  project: Row<'project'>,
  { category }: CategoryChoice,
): Row<'sub_quota_member'>[] =>
  subQuotaStates(category, {
    variantId: project.variant_id,
    clusterId: project.cluster_id,
    inCluster: project.in_cluster,
  }).map(({ subQuotaId, state }) => ({ project_id: project.project_id, sub_quota_id: subQuotaId, state }));
