import { m } from '$lib/i18n/paraglide/messages';
import { measureOf } from '$lib/metrics/measures';
import type { Timeline } from '$lib/metrics/views/timeline';
import type { QuotaView } from '$lib/metrics/views/quota';
import { forCount, labelOf, listed, spoken, spokenPercent, wordFigure } from '../wording';

const join = (parts: (string | null)[]): string =>
  parts.filter((part) => part !== null).join(m.headline_clause_gap());

/** Page title of `/quota`: quota and money used, then the worst that is broken. */
export function quotaTitle(view: QuotaView): string {
  const { figures } = view.total;
  const rate = view.quotaBasis === 'awards' ? figures.quota_used_rate : figures.application_quota_rate;
  if (rate.value === null || rate.part === null || rate.whole === null) {
    const here = view.drill.path.at(-1);
    return (figures[view.quotaBasis].value ?? 0) === 0
      ? m.headline_no_projects()
      : drillTitle(view, here ? labelOf(here.label) : m.word_province());
  }
  const execution = figures.execution_rate.value;
  const use =
    view.quotaBasis === 'awards'
      ? execution === null
        ? m.headline_quota({ percent: spokenPercent(rate.value) })
        : m.headline_quota_and_money({ percent: spokenPercent(rate.value), money: spokenPercent(execution) })
      : m.headline_applications_on_quota({ count: rate.part, quota: rate.whole });
  return join([use, overClause(view), shortClause(view)]);
}

function overClause({ summary, quotaBasis }: QuotaView): string | null {
  if (summary.over === 0) return null;
  return quotaBasis === 'awards'
    ? forCount(summary.over, m.headline_over_quota_one(), m.headline_over_quota({ count: summary.over }))
    : m.headline_applications_over({ count: summary.over });
}

function shortClause({ summary }: QuotaView): string | null {
  if (summary.subQuotasShort === 0) return null;
  return m.headline_short({ count: summary.subQuotasShort, gap: summary.shortBy });
}

/** Sentences beside the title of `/quota`; words between ** are set bold. */
export function quotaLead(view: QuotaView): string {
  const { summary, total, categories } = view;
  const quota = total.figures.quota.value;
  const { quota_used_rate: awards, application_quota_rate: applications } = total.figures;
  // Only what counts against a quota: categories without one have awards too.
  const count = (view.quotaBasis === 'awards' ? awards : applications).part ?? 0;
  const say = view.quotaBasis === 'awards' ? m.lead_quota_awards : m.lead_quota_applications;
  const sentences = [
    quota === null ? m.lead_no_quota() : say({ count, withQuota: summary.withQuota, quota }),
  ];
  const short = categories.filter((row) => row.subQuotas.some((part) => part.verdict === 'short'));
  if (short.length > 0)
    sentences.push(m.lead_short({ names: listed(short.map((row) => labelOf(row.shortName))) }));
  const notice = categories.filter((row) => row.separateNotice);
  if (notice.length > 0) {
    sentences.push(m.lead_notice_names({ names: listed(notice.map((row) => labelOf(row.shortName))) }));
  }
  return sentences.join(m.sentence_gap());
}

/** Title of the bullet chart. */
export function bulletTitle(view: QuotaView): string {
  const { summary, quotaBasis } = view;
  if (quotaBasis === 'applications') {
    return summary.over > 0
      ? m.headline_bullet_applications({ count: summary.over })
      : m.headline_applications_within();
  }
  const parts = [
    summary.over > 0 ? m.headline_bullet_over({ count: summary.over }) : null,
    summary.full > 0 ? m.headline_bullet_full({ count: summary.full }) : null,
    summary.subQuotasShort > 0 ? m.headline_bullet_short({ count: summary.subQuotasShort }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? m.headline_bullet_room() : parts.join(m.headline_comma());
}

/** Title of the course of one category: how far quota and money are. */
export function courseTitle(name: string, timeline: Timeline): string {
  const now = timeline.points.findLast((point) => point.isAsOf) ?? timeline.points.at(-1);
  if (!now || now.quotaUsed === null) return m.headline_course_plain({ name });
  const quota = spokenPercent(now.quotaUsed);
  return now.execution === null
    ? m.headline_course_quota({ name, quota })
    : m.headline_course({ name, quota, money: spokenPercent(now.execution) });
}

/** Title of the table of sub-quotas. */
export function subQuotasTitle({ summary }: QuotaView): string {
  return m.headline_sub_quotas({
    short: summary.subQuotasShort,
    full: summary.subQuotasFull,
    over: summary.subQuotasOver,
  });
}

/** Title of the way down to the rows: what is shown, how many, how much. */
export function drillTitle(view: QuotaView, scopeName: string): string {
  const { figures } = view.total;
  const isAwards = view.quotaBasis === 'awards';
  const money = wordFigure(
    measureOf(isAwards ? 'awarded' : 'requested'),
    isAwards ? figures.awarded : figures.requested,
  );
  const count = figures[view.quotaBasis].value ?? 0;
  const say = isAwards ? m.headline_drill_awards : m.headline_drill_applications;
  return say({ scope: scopeName, count, money: spoken(money) });
}
