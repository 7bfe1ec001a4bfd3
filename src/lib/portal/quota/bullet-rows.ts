import { areaHeading, labelOf, spokenMoney } from '$lib/briefing/wording';
import type { BulletRow, SubQuotaUse } from '$lib/charts/quota-bullet/rows';
import { m } from '$lib/i18n/paraglide/messages';
import type { CategoryRow } from '$lib/metrics/views/category-rows';
import type { QuotaView } from '$lib/metrics/views/quota';
import { lampWord } from '$lib/ui/lamp';

function paidDetail({ figures }: CategoryRow): string[] {
  const { part, whole } = figures.execution_rate;
  if (part === null || whole === null) return [];
  return [m.tip_paid_of({ paid: spokenMoney(part), appropriation: spokenMoney(whole) })];
}

function bulletRow(row: CategoryRow, basis: QuotaView['quotaBasis']): BulletRow {
  const { figures, pace } = row;
  const note = row.noQuotaReason ? labelOf(row.noQuotaReason) : null;
  return {
    kind: 'category',
    id: row.categoryId,
    label: labelOf(row.shortName),
    awards: basis === 'awards' ? figures.awards.value : null,
    quota: figures.quota.value,
    applications: figures.applications.value,
    subs: row.subQuotas.map(({ label, bound, amount, used }): SubQuotaUse => ({
      label: labelOf(label),
      bound,
      amount,
      used: basis === 'awards' ? used : null,
    })),
    execution: figures.execution_rate.value,
    light: figures.execution_rate.value === null ? null : pace.light.light,
    lightWord: lampWord(pace.light.light),
    ...(note === null ? {} : { note }),
    details: paidDetail(row),
  };
}

/** Areas and their categories that have a quota or an appropriation, in the guide's order. */
export function bulletRows(view: QuotaView): BulletRow[] {
  return view.areas.flatMap((area) => {
    const categories = view.categories.filter(
      (row) =>
        row.areaId === area.areaId &&
        (row.figures.quota.value !== null || row.figures.execution_rate.value !== null),
    );
    if (categories.length === 0) return [];
    return [
      { kind: 'area' as const, label: areaHeading(area.sequence, area.name) },
      ...categories.map((row) => bulletRow(row, view.quotaBasis)),
    ];
  });
}
