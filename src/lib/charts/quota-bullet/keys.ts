import { m } from '$lib/i18n/paraglide/messages';
import type { Key } from '../export/key-marks';
import { percentText } from '../text/figures';
import { isApplicationsOnly, type BulletInput } from './rows';

/** What the marks mean, for exports; only of marks that occur. */
export function quotaBulletKeys(input: BulletInput): Key[] {
  const subs = input.rows.flatMap((row) => (row.kind === 'category' ? row.subs : []));
  const bounds = new Set(subs.map(({ bound }) => bound));
  const only = isApplicationsOnly(input);
  const { timeShare } = input;
  return [
    only ? { kind: 'bar-2', word: m.chart_key_applications() } : { kind: 'bar', word: m.chart_key_awards() },
    ...(subs.some(({ used }) => used !== null)
      ? [{ kind: 'thin-bar', word: m.chart_key_part() } as const]
      : []),
    { kind: 'limit', word: m.chart_key_quota() },
    ...(bounds.has('min') ? [{ kind: 'min', word: m.chart_key_min() } as const] : []),
    ...(bounds.has('max') ? [{ kind: 'max', word: m.chart_key_max() } as const] : []),
    ...(input.showApplications && !only
      ? [{ kind: 'applied', word: m.chart_key_applications() } as const]
      : []),
    ...(timeShare !== null && !only
      ? [{ kind: 'now', word: m.chart_key_now({ percent: percentText(timeShare) }) } as const]
      : []),
  ];
}
