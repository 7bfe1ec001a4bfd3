import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { TargetsView } from '$lib/metrics/views/targets';
import type { Crumb } from '$lib/ui/Breadcrumb.svelte';
import { drillHref } from './targets-address.svelte';

/** Fund, area, category: the way back up; none where nothing has been chosen. */
export function targetCrumbs({ path }: TargetsView): Crumb[] {
  if (path.length === 0) return [];
  const fund = { label: m.explorer_fund(), href: drillHref({ areaId: null, categoryId: null }) };
  const steps = path.map(({ label, areaId, categoryId }, index): Crumb => {
    const isHere = index === path.length - 1;
    return isHere
      ? { label: labelOf(label) }
      : { label: labelOf(label), href: drillHref({ areaId, categoryId }) };
  });
  return [fund, ...steps];
}
