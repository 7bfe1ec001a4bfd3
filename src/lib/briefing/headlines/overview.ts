import { m } from '$lib/i18n/paraglide/messages';
import type { OverviewView } from '$lib/metrics/views/overview';
import { measureOf } from '$lib/metrics/measures';
import {
  forCount,
  labelOf,
  listed,
  pointsBetween,
  spoken,
  spokenMoney,
  spokenPercent,
  wordFigure,
} from '../wording';
import { paceClause } from './pace';

const clauses = (parts: (string | null)[]): string =>
  parts.filter((part) => part !== null).join(m.headline_clause_gap());

const countOf = (view: OverviewView, ...kinds: string[]): number =>
  new Set(view.alerts.filter(({ kind }) => kinds.includes(kind)).map(({ categoryId }) => categoryId)).size;

function lightClause(view: OverviewView): string | null {
  const reds = countOf(view, 'red_light');
  if (reds > 0) return forCount(reds, m.headline_red_one(), m.headline_reds({ count: reds }));
  return view.total.figures.execution_rate.value === null ? null : m.headline_no_reds();
}

function overClause(view: OverviewView): string | null {
  const over = countOf(view, 'over_quota');
  return over === 0
    ? null
    : forCount(over, m.headline_over_quota_one(), m.headline_over_quota({ count: over }));
}

/** Page title of `/`: money against time, red lights, quotas passed; applications where nothing is awarded. */
export function overviewTitle(view: OverviewView): string {
  const { figures, pace } = view.total;
  if (view.quotaBasis === 'applications') return applicationsTitle(view);
  const { value: execution } = figures.execution_rate;
  if (execution === null) {
    const awarded = wordFigure(measureOf('awarded'), figures.awarded);
    const rate = figures.disbursement_rate.value;
    const count = figures.awards.value ?? 0;
    return clauses([
      m.headline_awarded({ count, money: spoken(awarded) }),
      rate === null ? null : m.headline_disbursed({ percent: spokenPercent(rate) }),
    ]);
  }
  return clauses([paceClause(execution, pace.timeShare), lightClause(view), overClause(view)]);
}

function applicationsTitle(view: OverviewView): string {
  const { figures } = view.total;
  const count = figures.applications.value ?? 0;
  if (count === 0) return m.headline_no_projects();
  const over = countOf(view, 'applications_over_quota');
  const requested = figures.requested.value;
  return clauses([
    requested === null
      ? m.headline_applications_only({ count })
      : m.headline_applications({ count, money: spokenMoney(requested) }),
    over === 0 ? m.headline_applications_within() : m.headline_applications_over({ count: over }),
  ]);
}

/** Two or three sentences beside the title; words between ** are set bold. */
export function overviewLead(view: OverviewView): string {
  const { figures } = view.total;
  const { counts } = view;
  const sentences: string[] = [];
  if (figures.appropriation.value !== null) {
    sentences.push(
      m.lead_budget({
        listed: counts.listed,
        funded: counts.withAppropriation,
        money: spokenMoney(figures.appropriation.value),
      }),
    );
  } else {
    sentences.push(m.lead_listed({ listed: counts.listed, quota: counts.withQuota }));
  }
  if (view.quotaBasis === 'awards' && figures.awards.value !== null) {
    sentences.push(
      m.lead_awards({
        count: figures.awards.value,
        money: spoken(wordFigure(measureOf('paid'), figures.paid)),
      }),
    );
  }
  if (view.quotaBasis === 'applications' && figures.application_quota_rate.whole !== null) {
    sentences.push(
      m.lead_applications({
        count: figures.application_quota_rate.part ?? 0,
        quota: figures.application_quota_rate.whole,
      }),
    );
  }
  const worst = worstArea(view);
  if (worst)
    sentences.push(
      m.lead_worst_area({ area: labelOf(worst.shortName), share: spokenPercent(worst.shareOfBehind ?? 0) }),
    );
  const short = view.alerts.filter(({ kind }) => kind === 'sub_quota_short');
  if (short.length > 0) {
    sentences.push(
      m.lead_short({ names: listed([...new Set(short.map((alert) => labelOf(alert.shortName)))]) }),
    );
  }
  if (counts.separateNotice > 0) sentences.push(m.lead_separate_notice({ count: counts.separateNotice }));
  return sentences.join(m.sentence_gap());
}

const worstArea = (view: OverviewView) =>
  [...view.areas]
    .filter((area) => (area.pace.behind ?? 0) > 0)
    .sort((a, b) => (b.pace.behind ?? 0) - (a.pace.behind ?? 0))[0];

/** Title of the block of areas. */
export function areasTitle(view: OverviewView): string {
  const worst = worstArea(view);
  if (!worst || worst.figures.execution_rate.value === null) {
    return view.total.figures.execution_rate.value === null
      ? m.headline_areas_plain({ count: view.areas.length })
      : m.headline_areas_on_time();
  }
  return m.headline_areas_worst({
    area: labelOf(worst.shortName),
    percent: spokenPercent(worst.figures.execution_rate.value),
    share: spokenPercent(worst.shareOfBehind ?? 0),
  });
}

/** Title of the list of what is over or near its limit. */
export function alertsTitle(view: OverviewView): string {
  const broken = view.alerts.filter(({ severity }) => severity === 'broken').length;
  const rest = view.alerts.length - broken;
  if (view.alerts.length === 0) {
    return view.quotaBasis === 'applications' ? m.headline_alerts_none_applied() : m.headline_alerts_none();
  }
  if (view.quotaBasis === 'applications')
    return m.headline_alerts_applications({ count: view.alerts.length });
  return m.headline_alerts({ broken, rest });
}

/** Title of the course of payments: the gap to plan and since when it is open. */
export function timelineTitle(view: OverviewView): string {
  const { points } = view.timeline;
  const now = points.findLast((point) => point.isAsOf) ?? points.findLast((point) => point.paid !== null);
  if (!now || now.paid === null || now.planned === null) return m.headline_timeline_unknown();
  const gap = now.planned - now.paid;
  if (gap <= 0) return m.headline_timeline_ahead({ money: spokenMoney(-gap) });
  const reached = points.filter((point) => point.paid !== null && point.planned !== null);
  const lastOnTime = reached.findLastIndex((point) => (point.paid ?? 0) >= (point.planned ?? 0));
  const since = reached[lastOnTime + 1] ?? now;
  return m.headline_timeline_behind({ year: since.date.slice(0, 4), money: spokenMoney(gap) });
}

/** Title of the scatter: the categories whose quota runs furthest ahead of their money. */
export function scatterTitle(view: OverviewView): string {
  const ahead = view.scatter
    .map((point) => ({ point, gap: point.quotaUsed - point.execution }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap * b.point.appropriation - a.gap * a.point.appropriation)
    .slice(0, 2);
  if (ahead.length === 0) return m.headline_scatter_even();
  return m.headline_scatter({ names: listed(ahead.map(({ point }) => labelOf(point.shortName))) });
}

/** Title of the city tiles: slowest and fastest, and how far apart. */
export function tilesTitle(view: OverviewView): string {
  const rated = view.places.cities
    .filter((city) => city.figures.disbursement_rate.value !== null)
    .sort((a, b) => (b.figures.disbursement_rate.value ?? 0) - (a.figures.disbursement_rate.value ?? 0));
  const [first] = rated;
  const last = rated.at(-1);
  if (!first || !last || first === last) return applicationsByCity(view);
  const points = pointsBetween(
    first.figures.disbursement_rate.value ?? 0,
    last.figures.disbursement_rate.value ?? 0,
  );
  return m.headline_tiles({ slow: labelOf(last.shortName), fast: labelOf(first.shortName), points });
}

function applicationsByCity(view: OverviewView): string {
  const most = [...view.places.cities].sort(
    (a, b) => (b.figures.applications.value ?? 0) - (a.figures.applications.value ?? 0),
  )[0];
  const count = most?.figures.applications.value ?? 0;
  return most && count > 0
    ? m.headline_tiles_applications({ city: labelOf(most.shortName), count })
    : m.headline_no_projects();
}

/** Title of the small ranking of clusters. */
export function clustersTitle(view: OverviewView): string {
  const id = view.quotaBasis;
  const most = [...view.clusters.clusters].sort(
    (a, b) => (b.figures[id].value ?? 0) - (a.figures[id].value ?? 0),
  )[0];
  const count = most?.figures[id].value ?? 0;
  if (!most || count === 0) return m.headline_clusters_none();
  const say = id === 'awards' ? m.headline_clusters_awards : m.headline_clusters_applications;
  return say({ cluster: labelOf(most.shortName), count });
}

/** Title of the comparison of guide years. */
export function yearsTitle(view: OverviewView): string {
  const awarded = view.years.filter((year) => (year.figures.awards.value ?? 0) > 0);
  const now = awarded.findLast((year) => year.selected) ?? awarded.at(-1);
  const before = now && awarded.findLast((year) => year.guideYear < now.guideYear);
  if (!now || !before) return m.headline_years_plain({ count: view.years.length });
  const difference = (now.figures.awards.value ?? 0) - (before.figures.awards.value ?? 0);
  const params = { year: now.guideYear, before: before.guideYear, count: Math.abs(difference) };
  if (difference === 0) return m.headline_years_same(params);
  return difference > 0 ? m.headline_years_more(params) : m.headline_years_fewer(params);
}
