import { showNumber, showPercent } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import { quarterName } from '$lib/i18n/quarter-name';
import type { IndicatorDetail } from '$lib/metrics/targets/indicator-detail';
import type { LightRow } from '$lib/metrics/targets/place-lights';
import type { TargetsView } from '$lib/metrics/views/targets';
import { labelOf, spokenPercent } from '../wording';

/** A difference of ratios in points with its sign and one decimal: “+1.2”, “−0.3”; what rounds to nothing is “0”. */
export function signedPoints(difference: number): string {
  const text = showPercent(difference, 1);
  if (/^\u2212?0\.0$/.test(text)) return '0';
  return difference > 0 ? `+${text}` : text;
}

export function projectsTitle(
  { path }: Pick<TargetsView, 'path'>,
  { count, red }: NonNullable<TargetsView['projects']>,
): string {
  const here = path.at(-1);
  const name = here ? labelOf(here.label) : '';
  return red > 0
    ? m.explorer_projects_title({ name, count: showNumber(count), red: showNumber(red) })
    : m.explorer_projects_title_even({ name, count: showNumber(count) });
}

export function gradesTitle({ scores: { grades, mean } }: TargetsView): string {
  const [best, worst] = [grades[0], grades.at(-1)];
  if (mean === null || !best || !worst) return m.explorer_grades_none();
  return m.explorer_grades_title({
    mean: showNumber(mean, 1),
    best: labelOf(best.name),
    bestCount: showNumber(best.count),
    worst: labelOf(worst.name),
    worstCount: showNumber(worst.count),
  });
}

/** Lights of cities or clusters: how many have a red one. */
export function lightsTitle(all: readonly LightRow[], of: 'place' | 'cluster'): string {
  // What lies in no cluster, or nowhere known, is no cluster or place.
  const rows = all.filter(({ label }) => label !== null);
  const red = rows.filter(({ worse }) => worse === 'red').length;
  const yellow = rows.filter(({ worse }) => worse === 'yellow').length;
  const count = showNumber(rows.length);
  if (of === 'place')
    return m.explorer_places_title({ count, red: showNumber(red), yellow: showNumber(yellow) });
  return m.explorer_clusters_title({ count, red: showNumber(red), yellow: showNumber(yellow) });
}

/** What a change of the pace of results came from; old projects take everything that new ones do not. */
export function changeTitle({ change: { pace, since, added } }: TargetsView): string {
  if (pace === null) return m.explorer_change_title_none({ since });
  const moved = signedPoints(pace.change);
  const count = showNumber(added);
  if (moved === '0') return m.explorer_change_title_even({ since, count });
  const parts = {
    since,
    points: moved.replace(/^[+\u2212]/, ''),
    added: signedPoints(pace.added),
    old: signedPoints(pace.change - pace.added),
  };
  return pace.change < 0 ? m.explorer_change_title_down(parts) : m.explorer_change_title_up(parts);
}

export function spreadTitle({ sum, points, unknown }: IndicatorDetail): string {
  const known = points.filter(({ attainment }) => attainment !== null);
  const reached = known.filter(({ attainment }) => (attainment ?? 0) >= 1).length;
  const name = labelOf(sum.name);
  return known.length === 0
    ? m.explorer_spread_title_none({ name, count: showNumber(unknown) })
    : m.explorer_spread_title({ name, count: showNumber(known.length), reached: showNumber(reached) });
}

export function targetScatterTitle({ points, sum }: IndicatorDetail): string {
  const pairs = points.flatMap(({ target, actual }) =>
    target === null || actual === null ? [] : [{ target, actual }],
  );
  if (pairs.length === 0) return m.explorer_scatter_title_words();
  const below = pairs.filter(({ target, actual }) => actual < target).length;
  const above = pairs.filter(({ target, actual }) => actual > target).length;
  return sum.isReverse
    ? m.explorer_scatter_title_reverse({ above: showNumber(above) })
    : m.explorer_scatter_title({ below: showNumber(below), rest: showNumber(pairs.length - below) });
}

export function historyTitle({ history, addsUp, sum }: IndicatorDetail): string {
  const last = history.at(-1);
  if (!last || last.attainment === null) return m.explorer_history_title_none();
  const quarter = quarterName(last.quarter);
  const count = showNumber(last.reporting);
  const ratio = last.actual === null || !last.target ? null : last.actual / last.target;
  return addsUp && ratio !== null && sum.target !== null
    ? m.explorer_history_title_sum({ quarter, count, percent: spokenPercent(ratio) })
    : m.explorer_history_title_mean({ quarter, count, percent: spokenPercent(last.attainment) });
}

export function extremesTitle({ worst, best }: IndicatorDetail): string {
  const [low, high] = [worst[0], best[0]];
  if (!low || low.attainment === null) return m.explorer_extremes_none();
  if (!high || high.attainment === null)
    return m.explorer_extremes_title_one({ percent: spokenPercent(low.attainment) });
  return m.explorer_extremes_title({
    low: spokenPercent(low.attainment),
    high: spokenPercent(high.attainment),
  });
}
