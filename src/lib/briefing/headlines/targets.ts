import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { DualRow, TargetsView } from '$lib/metrics/views/targets';
import { labelOf, listed, spokenPercent } from '../wording';

const mostNames = 3;

/** Names of the first few rows. */
const names = (rows: readonly DualRow[]): string =>
  listed(rows.slice(0, mostNames).map(({ shortName }) => labelOf(shortName)));

const alarms = (view: TargetsView): DualRow[] =>
  view.rows
    .filter(({ isGapAlarm }) => isGapAlarm)
    .sort((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0));

/** Page title of `/targets`: how many categories have money and results apart, and where money runs ahead. */
export function targetsTitle(view: TargetsView): string {
  if (view.total === null) return m.targets_none();
  if (!view.knowsProgress) return m.targets_no_progress();
  const apart = alarms(view);
  if (apart.length === 0) return m.targets_title_even();
  const ahead = apart.filter(({ gap }) => (gap ?? 0) < 0);
  const count = showNumber(apart.length);
  return ahead.length > 0
    ? m.targets_title_money_ahead({ count, names: names(ahead) })
    : m.targets_title_goal_ahead({ count, names: names(apart) });
}

/** Sentences beside the title; words between ** are set bold. */
export function targetsLead(view: TargetsView): string {
  const { total } = view;
  if (total === null || total.progress === null) return m.targets_none_text();
  const sentences = [
    total.execution === null
      ? m.targets_lead_progress({ progress: spokenPercent(total.progress) })
      : m.targets_lead({
          progress: spokenPercent(total.progress),
          execution: spokenPercent(total.execution),
        }),
  ];
  const apart = alarms(view);
  const behind = apart.filter(({ gap }) => (gap ?? 0) > 0);
  const ahead = apart.filter(({ gap }) => (gap ?? 0) < 0);
  if (behind.length > 0) sentences.push(m.targets_lead_goal_ahead({ names: names(behind) }));
  if (ahead.length > 0) sentences.push(m.targets_lead_money_ahead({ names: names(ahead) }));
  return sentences.join(m.sentence_gap());
}

export const dualTitle = ({ rows }: TargetsView): string => {
  const red = rows.filter(({ budget, goals }) => budget === 'red' && goals.goal === 'red').length;
  return red > 0 ? m.targets_dual_title_red({ count: red }) : m.targets_dual_title();
};

export function overdueTitle({ rows }: TargetsView): string {
  const sum = rows.reduce((all, { overdue }) => all + overdue, 0);
  const [most] = [...rows].sort((a, b) => b.overdue - a.overdue);
  if (sum === 0 || !most) return m.targets_overdue_none();
  return m.targets_overdue_title({ count: showNumber(sum), name: labelOf(most.shortName) });
}

export const redTitle = ({ redCount }: TargetsView): string =>
  redCount === 0 ? m.targets_red_none() : m.targets_red_title({ count: showNumber(redCount) });
