import { m } from '$lib/i18n/paraglide/messages';
import { showNumber } from '$lib/domain/ratio';
import { absent, percentText } from '../text/figures';
import type { TipText } from '../text/tooltip';
import { countOf, stateOf, type BulletCategory, type SubQuotaUse } from './rows';

/** Words beside a bar: an alarm, or a remark. */
export interface Remark {
  text: string;
  alarm: boolean;
}

function subRemark(sub: SubQuotaUse): Remark[] {
  const state = stateOf(sub);
  if (state === 'open' || sub.used === null) return [];
  const words = { label: sub.label, used: showNumber(sub.used), amount: showNumber(sub.amount) };
  if (state === 'full') return [{ text: sub.verdictText ?? m.chart_sub_full(words), alarm: false }];
  const usual = sub.bound === 'min' ? m.chart_sub_below(words) : m.chart_sub_above(words);
  return [{ text: sub.verdictText ?? usual, alarm: true }];
}

/** What must be said beside the bar: over quota first, then broken parts, then exhausted ones. */
export function remarksOf(row: BulletCategory, applicationsOnly: boolean): Remark[] {
  const count = countOf(row, applicationsOnly);
  const over = count !== null && row.quota !== null ? count - row.quota : 0;
  const overRemark =
    over > 0 ? [{ text: m.chart_over_quota({ count: showNumber(over) }), alarm: !applicationsOnly }] : [];
  const subs = row.subs.flatMap(subRemark);
  return [...overRemark, ...subs.filter(({ alarm }) => alarm), ...subs.filter(({ alarm }) => !alarm)];
}

/** "27 / 30"; without a quota the count with its measure word, without a count the dash. */
export function useText(row: BulletCategory, applicationsOnly: boolean): string {
  const count = countOf(row, applicationsOnly);
  const shown = count === null ? absent : showNumber(count);
  if (row.quota !== null) return `${shown} / ${showNumber(row.quota)}`;
  return count === null ? '' : m.chart_count({ count: shown });
}

function subLine({ label, bound, amount, used }: SubQuotaUse): string {
  const words = { label, amount: showNumber(amount), used: used === null ? absent : showNumber(used) };
  return bound === 'min' ? m.chart_tip_sub_min(words) : m.chart_tip_sub_max(words);
}

/** The tooltip of a row. */
export function tipOf(row: BulletCategory, applicationsOnly: boolean): TipText {
  const lines: string[] = [];
  if (row.quota !== null && row.awards !== null) {
    const words = { awards: showNumber(row.awards), quota: showNumber(row.quota) };
    const left = row.quota - row.awards;
    lines.push(
      left < 0
        ? m.chart_tip_quota_over({ ...words, over: showNumber(-left) })
        : m.chart_tip_quota({ ...words, left: showNumber(left) }),
    );
  } else if (row.awards !== null) lines.push(m.chart_tip_awards({ awards: showNumber(row.awards) }));
  else if (row.quota !== null) lines.push(m.chart_tip_quota_only({ quota: showNumber(row.quota) }));
  if (row.applications !== null)
    lines.push(m.chart_tip_applications({ applications: showNumber(row.applications) }));
  lines.push(...row.subs.map(subLine));
  if (!applicationsOnly && row.execution !== null) {
    lines.push(m.chart_tip_execution({ percent: percentText(row.execution, 1), light: row.lightWord }));
  }
  if (row.note) lines.push(row.note);
  return { name: row.label, lines: [...lines, ...(row.details ?? [])] };
}
