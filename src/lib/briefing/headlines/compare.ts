import { m } from '$lib/i18n/paraglide/messages';
import { measureOf } from '$lib/metrics/measures';
import type { CompareView } from '$lib/metrics/views/compare';
import { showNumber } from '$lib/domain/ratio';
import { labelOf, listed, spoken, wordFigure } from '../wording';

const say = (view: CompareView, figure: CompareView['total']): string =>
  spoken(wordFigure(measureOf(view.measureId), figure));
const measureName = (view: CompareView): string => labelOf(measureOf(view.measureId).label);

/** Page title of `/compare`: who leads and who lags by the chosen measure. */
export function compareTitle(view: CompareView): string {
  const valued = view.cities.filter((city) => city.rank !== null);
  const [first, second] = valued;
  const last = valued.at(-1);
  if (!first || !second || !last || view.citySpread?.difference === 0)
    return m.headline_compare_plain({ measure: measureName(view) });
  return m.headline_compare({
    measure: measureName(view),
    first: listed([labelOf(first.shortName), labelOf(second.shortName)]),
    last: labelOf(last.shortName),
  });
}

/** Sentences beside the title; words between ** are set bold. */
export function compareLead(view: CompareView): string {
  const sentences = [m.lead_compare_total({ measure: measureName(view), figure: say(view, view.total) })];
  const { spread } = view.perGdp;
  if (spread)
    sentences.push(
      m.lead_compare_gdp({ first: labelOf(spread.first.shortName), last: labelOf(spread.last.shortName) }),
    );
  sentences.push(
    m.lead_compare_direct({ names: listed(view.directCounties.map((county) => labelOf(county.shortName))) }),
  );
  return sentences.join(m.sentence_gap());
}

/** Title of the tiles and of the ranking of cities: highest and lowest with their figures. */
export function citiesTitle(view: CompareView): string {
  const { citySpread: spread } = view;
  if (!spread) return m.headline_compare_plain({ measure: measureName(view) });
  return m.headline_ranking({
    first: labelOf(spread.first.shortName),
    high: say(view, spread.first.figure),
    last: labelOf(spread.last.shortName),
    low: say(view, spread.last.figure),
  });
}

/** Title of the ranking of clusters. */
export function clusterRankingTitle(view: CompareView): string {
  const { clusterSpread: spread } = view;
  if (!spread) return m.headline_compare_plain({ measure: measureName(view) });
  return m.headline_ranking({
    first: labelOf(spread.first.shortName),
    high: say(view, spread.first.figure),
    last: labelOf(spread.last.shortName),
    low: say(view, spread.last.figure),
  });
}

/** Title of the matrix: the clusters that stand most in one place. */
export function matrixTitle(view: CompareView): string {
  const { matrix } = view;
  const homes = matrix.rows
    .filter((row) => row.shortLabel !== null)
    .map((row) => {
      const shares = row.cells.map((cell) => cell.share ?? 0);
      const share = Math.max(...shares);
      return { row, share, place: matrix.columns[shares.indexOf(share)] ?? null };
    })
    .filter(({ share, place }) => share > 0 && place !== null)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
  if (homes.length === 0) return m.headline_matrix_plain();
  return homes
    .map(({ row, place }) =>
      m.headline_matrix_home({
        cluster: row.shortLabel ? labelOf(row.shortLabel) : '',
        place: place ? labelOf(place.shortName) : '',
      }),
    )
    .join(m.headline_comma());
}

/** Title of awards per GDP: first against last. */
export function perGdpTitle(view: CompareView): string {
  const { spread } = view.perGdp;
  if (!spread || spread.ratio === null) return m.headline_gdp_plain();
  return m.headline_gdp({
    first: labelOf(spread.first.shortName),
    last: labelOf(spread.last.shortName),
    times: showNumber(spread.ratio, 1),
  });
}

/** Title of the ranking of cities: how many are above the figure of all of them together. */
export function compareRankingTitle(view: CompareView): string {
  const whole = view.total.value;
  const isRatio = measureOf(view.measureId).aggregation === 'ratio_of_sums';
  const valued = view.cities.filter((city) => city.rank !== null);
  if (!isRatio || whole === null || valued.length === 0) {
    const top = valued.slice(0, 3);
    return m.headline_top_three({
      names: listed(top.map((city) => labelOf(city.shortName))),
      measure: measureName(view),
    });
  }
  const above = valued.filter((city) => (city.figure.value ?? 0) > whole).length;
  return m.headline_above_whole({ count: above, figure: say(view, view.total) });
}
