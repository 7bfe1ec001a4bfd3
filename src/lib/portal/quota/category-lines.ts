import { areaHeading, labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { AlertKind } from '$lib/metrics/views/alerts';
import type { CategoryRow } from '$lib/metrics/views/category-rows';
import type { QuotaView } from '$lib/metrics/views/quota';
import { portal } from '../portal.svelte';
import type { CategoryLine } from './category-columns';

const flagTexts: Partial<Record<AlertKind, () => string>> = {
  over_quota: m.flag_over_quota,
  overspent: m.flag_overspent,
  sub_quota_over: m.flag_sub_quota_over,
  sub_quota_short: m.flag_sub_quota_short,
  applications_over_quota: m.flag_applications_over,
  at_quota: m.flag_at_quota,
  near_quota: m.flag_near_quota,
};
const broken: readonly AlertKind[] = ['over_quota', 'overspent', 'sub_quota_over', 'sub_quota_short'];

/** The worst alarm of a category in a word, or null; red lights have a column of their own. */
export function flagOf({ flags }: CategoryRow): CategoryLine['flag'] {
  const kind = flags.find((candidate) => flagTexts[candidate] !== undefined);
  const text = kind && flagTexts[kind]?.();
  return kind && text ? { text, broken: broken.includes(kind) } : null;
}

const ofCategory = (row: CategoryRow): CategoryLine => ({
  key: row.categoryId,
  kind: 'in',
  label: labelOf(row.shortName),
  owner: row.ownerDivision,
  standard: labelOf(row.standard),
  href: portal.address.href('/quota', { areaId: row.areaId, categoryId: row.categoryId }),
  scope: { areaId: row.areaId, categoryId: row.categoryId },
  isNotice: row.separateNotice,
  figures: row.figures,
  pace: row.pace,
  flag: flagOf(row),
});

/** Area rows with their categories below, and the total at the end. */
export function categoryLines(view: QuotaView): CategoryLine[] {
  const plain = { owner: null, standard: '', isNotice: false, flag: null };
  const areas = view.areas.flatMap((area): CategoryLine[] => [
    {
      ...plain,
      key: area.areaId,
      kind: 'area',
      label: areaHeading(area.sequence, area.name),
      href: portal.address.href('/quota', { areaId: area.areaId }),
      scope: { areaId: area.areaId },
      figures: area.figures,
      pace: area.pace,
    },
    ...view.categories.filter((row) => row.areaId === area.areaId).map(ofCategory),
  ]);
  const { figures, pace } = view.total;
  return [
    ...areas,
    { ...plain, key: 'total', kind: 'sum', label: m.word_total(), href: null, scope: {}, figures, pace },
  ];
}
