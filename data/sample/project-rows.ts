import type { Row } from '$lib/domain/tables';
import type { Standing } from './endings';
import { drawInvestment } from './investment';
import { industryName, projectName, recipientAddress } from './names';
import type { PaidDraft } from './payments';
import type { Random } from './random';
import type { Recipients } from './recipients';

/** The file that all rows of the sample name as their source. */
export const sampleFileId = 'sample';

/** Where a row stands; the row number is filled in when the tables are put in order. */
const origin = (table: string) => ({
  source_file_id: sampleFileId,
  source_sheet: table,
  source_row: null,
});

type ProjectRow = Row<'project'>;

/** Where and in which cluster. */
const placeColumns = ({ draft: { place } }: PaidDraft) => ({
  address: recipientAddress(place.city, place.county),
  city_adcode: place.city.adcode,
  county_adcode: place.county.adcode,
  reports_directly: place.county.reportsDirectly,
  in_cluster: place.clusterId !== null,
  cluster_id: place.clusterId,
});

/** The row of one project, with name, recipient and figures drawn for it. */
export function projectRow(
  random: Random,
  recipients: Recipients,
  projectId: string,
  paid: PaidDraft,
  standing: Standing,
): ProjectRow {
  const { draft } = paid;
  const { category, variantId, place, amounts } = draft;
  const slug = category.id.split('/').at(-1) ?? '';
  return {
    project_id: projectId,
    guide_year: category.guideYear,
    category_id: category.id,
    variant_id: variantId,
    name: projectName(random, variantId === null ? slug : `${slug}/${variantId}`, place),
    recipient_name: recipients.draw(random, place),
    // An invented code could be a real company's by chance.
    recipient_code: null,
    industry: industryName(random, place.clusterId),
    ...placeColumns(paid),
    ...drawInvestment(random, draft.demo.shape, amounts.aroundFen),
    start_date: draft.start,
    end_date: draft.end,
    requested_fen: amounts.requestedFen,
    subsidy_base_fen: amounts.baseFen,
    ceiling_fen: amounts.ceilingFen,
    status: standing.status,
    submitted_on: draft.submittedOn,
    awarded_on: draft.awardedOn,
    award_fen: amounts.awardFen,
    accepted_on: standing.acceptedOn,
    terminated_on: draft.terminatedOn,
    ...origin('project'),
  };
}

/** Planned tranches of one project. */
export const trancheRows = (projectId: string, { payments }: PaidDraft): Row<'tranche'>[] =>
  payments.map((payment) => ({
    project_id: projectId,
    sequence: payment.sequence,
    kind: payment.kind,
    planned_fen: payment.plannedFen,
    planned_on: payment.plannedOn,
    ...origin('tranche'),
  }));

/** Payments made on one project by asOf. */
export const disbursementRows = (projectId: string, { payments }: PaidDraft): Row<'disbursement'>[] =>
  payments.flatMap(({ sequence, plannedFen, paidOn }) =>
    paidOn === null
      ? []
      : [
          {
            project_id: projectId,
            sequence,
            paid_fen: plannedFen,
            paid_on: paidOn,
            ...origin('disbursement'),
          },
        ],
  );

export const recoveryRows = (projectId: string, { recovered }: Standing): Row<'recovery'>[] =>
  recovered
    ? [
        {
          project_id: projectId,
          recovered_fen: recovered.fen,
          recovered_on: recovered.on,
          ...origin('recovery'),
        },
      ]
    : [];

export const appropriationRow = (
  category: { id: string; guideYear: number },
  amountFen: number,
  [start, end]: readonly [string, string],
): Row<'appropriation'> => ({
  guide_year: category.guideYear,
  category_id: category.id,
  amount_fen: amountFen,
  period_start: start,
  period_end: end,
  ...origin('appropriation'),
});
