import { labelOf, placeName, unitName } from '$lib/briefing/wording';
import { projectStatuses, type ProjectStatus } from '$lib/domain/library';
import { inUnit, showIn, type Fen } from '$lib/domain/money';
import type { LibraryTableName } from '$lib/domain/tables';
import { m } from '$lib/i18n/paraglide/messages';
import type { FieldChange, FieldValue } from '$lib/library/compare/compare-libraries';
import { categoryById } from '$lib/policy/look-up';
import type { Rulebook } from '$lib/policy/rulebook';

const statusNames: Record<ProjectStatus, () => string> = {
  submitted: m.snapshots_status_submitted,
  nominated: m.snapshots_status_nominated,
  reviewed: m.snapshots_status_reviewed,
  admitted: m.snapshots_status_admitted,
  awarded: m.snapshots_status_awarded,
  first_tranche_paid: m.snapshots_status_first_tranche_paid,
  under_way: m.snapshots_status_under_way,
  accepted: m.snapshots_status_accepted,
  settled: m.snapshots_status_settled,
  rejected: m.snapshots_status_rejected,
  withdrawn: m.snapshots_status_withdrawn,
  terminated: m.snapshots_status_terminated,
  recovered: m.snapshots_status_recovered,
};
const isStatus = (status: string): status is ProjectStatus =>
  projectStatuses.some((known) => known === status);

/** A project's status in words; one that is not known stands as it is. */
export const statusName = (status: string): string => (isStatus(status) ? statusNames[status]() : status);

const tableNames: Partial<Record<LibraryTableName, () => string>> = {
  appropriation: m.snapshots_table_appropriation,
  tranche: m.snapshots_table_tranche,
  disbursement: m.snapshots_table_disbursement,
  recovery: m.snapshots_table_recovery,
  target_form: m.snapshots_table_target_form,
  target: m.snapshots_table_target,
  progress: m.snapshots_table_progress,
  acceptance: m.snapshots_table_acceptance,
  checklist: m.snapshots_table_checklist,
  centre: m.snapshots_table_centre,
  centre_fact: m.snapshots_table_centre_fact,
  centre_assessment: m.snapshots_table_centre_assessment,
  centre_report: m.snapshots_table_centre_report,
  platform: m.snapshots_table_platform,
  platform_metric: m.snapshots_table_platform_metric,
};
export const tableName = (table: LibraryTableName): string => tableNames[table]?.() ?? table;

export const categoryName = (rulebook: Rulebook, id: string): string => {
  const category = categoryById(rulebook, id);
  return category ? labelOf(category.name) : id;
};

export const regionName = ({ regions }: Rulebook, adcode: string): string => {
  const region = regions.find((known) => known.adcode === adcode);
  return region ? placeName(region) : adcode;
};

const clusterName = ({ clusters }: Rulebook, id: string): string => {
  const cluster = clusters.find((known) => known.id === id);
  return cluster ? labelOf(cluster.name) : id;
};

/** Decimals that the amount needs in 万元, so that a change of one 分 is seen. */
const placesOf = (amount: Fen): number => (String(inUnit(amount, 'wanYuan')).split('.')[1] ?? '').length;

const columnWords: Record<string, (rulebook: Rulebook, value: string) => string> = {
  status: (_, value) => statusName(value),
  category_id: categoryName,
  city_adcode: regionName,
  county_adcode: regionName,
  cluster_id: clusterName,
};

/** A value of a project as it is read; missing is “—”. */
export function fieldWords(
  rulebook: Rulebook,
  { column, type }: Pick<FieldChange, 'column' | 'type'>,
  value: FieldValue,
): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? m.snapshots_yes() : m.snapshots_no();
  if (type === 'fen' && typeof value === 'number')
    return `${showIn(value, 'wanYuan', placesOf(value))} ${unitName('wanYuan')}`;
  return columnWords[column]?.(rulebook, String(value)) ?? String(value);
}
