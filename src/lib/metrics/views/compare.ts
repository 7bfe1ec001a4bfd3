import type { IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import type { DimensionId } from '../dimensions';
import type { Figure } from '../figure';
import type { Filters } from '../filters';
import type { Measured } from '../measure-by';
import { measureBy, missingFor } from '../measure-by';
import type { MeasureId } from '../measures/measure';
import { allMeasures, measureOf } from '../measures';
import type { MissingReason } from '../missing';
import { periodOf } from '../pace';
import type { MetricsContext, Scope } from '../scope';
import { allClusters, allPlaces, scopeOf } from '../scope';
import { appropriationsIn } from '../sql/appropriations';
import { appropriationsOf } from '../standing';
import type { ClusterRow } from './cluster-rows';
import { clusterRows } from './cluster-rows';
import type { Matrix, MatrixMeasure } from './matrix';
import { matrixOf } from './matrix';
import type { Place, PlaceRows, ShadedPlace } from './place-rows';
import { placeRows, shadePlaces } from './place-rows';
import type { Ranked, Spread } from './ranking';
import { rankBy, spreadOf } from './ranking';

/** What stands beside the ranked measure. */
const besides = ['disbursement_rate', 'awards', 'awarded', 'paid', 'applications'] as const;

export type BesideMeasure = (typeof besides)[number];
export type RankedPlace = Ranked<ShadedPlace<BesideMeasure>>;
export type RankedCluster = Ranked<ClusterRow<BesideMeasure>>;

/** A measure that the page can rank by, or why not here. */
export interface MeasureChoice {
  measureId: MeasureId;
  byPlace: MissingReason | null;
  byCluster: MissingReason | null;
}

export interface PerGdp {
  cities: RankedPlace[];
  /** The 13 cities together. */
  province: Figure;
  spread: Spread<RankedPlace> | null;
  /** Sum of the cities' GDP less the province's as published, in 分: the two do not agree. */
  gdpBeyondPublished: Fen;
}

export interface CompareView {
  guideYear: number;
  asOf: IsoDate;
  isSample: boolean;
  measureId: MeasureId;
  timeShare: number | null;
  /** Cities highest first; with tile, shade and light. Direct counties stand apart and are not ranked among them. */
  cities: RankedPlace[];
  directCounties: RankedPlace[];
  elsewhere: Figure;
  citySpread: Spread<RankedPlace> | null;
  shadeLimits: number[];
  clusters: RankedCluster[];
  clusterSpread: Spread<RankedCluster> | null;
  /** Projects outside the clusters, and of none that is stated. */
  withoutCluster: Figure;
  unknownCluster: Figure;
  total: Figure;
  matrix: Matrix;
  perGdp: PerGdp;
  choices: MeasureChoice[];
}

/** Statistics exist for whole prefectures: such measures rank those, and direct counties have none. */
const placeDimension = (id: MeasureId): DimensionId =>
  measureOf(id).groupBy.includes('prefecture') ? 'prefecture' : 'place';

const choicesFor = (context: MetricsContext, scope: Scope): MeasureChoice[] =>
  allMeasures.map((measure) => ({
    measureId: measure.id,
    byPlace: missingFor(measure, allPlaces(scope), [placeDimension(measure.id)], context.meta),
    byCluster: missingFor(measure, allClusters(scope), ['cluster'], context.meta),
  }));

async function loadParts(
  engine: Engine,
  context: MetricsContext,
  scope: Scope,
  id: MeasureId,
  cell: MatrixMeasure,
) {
  const { meta } = context;
  const places = allPlaces(scope);
  const clusters = allClusters(scope);
  const per = <M extends MeasureId>(measures: readonly M[], by: DimensionId[], within: Scope) =>
    measureBy(engine, meta, { measures, by, scope: within });
  const [beside, byPlace, byCluster, rankedByCluster, byBoth, byGdp, total, appropriations] =
    await Promise.all([
      per(besides, ['place'], places),
      per([id], [placeDimension(id)], places),
      per(besides, ['cluster'], clusters),
      per([id], ['cluster'], clusters),
      per([cell], ['cluster', 'place'], allClusters(places)),
      per(['awarded_per_gdp'], ['prefecture'], places),
      per([id], [], scope),
      appropriationsOf(engine, meta),
    ]);
  return { beside, byPlace, byCluster, rankedByCluster, byBoth, byGdp, total, appropriations };
}

interface PlaceRanking {
  cities: RankedPlace[];
  directCounties: RankedPlace[];
  elsewhere: Figure;
  shadeLimits: number[];
}

/** Places ranked and shaded by a measure, which may come from another grouping than the figures beside it. */
function rankPlaces<M extends MeasureId>(
  places: PlaceRows<BesideMeasure>,
  ranked: Measured<M>,
  id: M,
  timeShare: number | null,
  rulebook: Rulebook,
): PlaceRanking {
  const figureOf = ({ adcode }: Place): Figure => ranked.at(adcode)[id];
  const shaded = shadePlaces(places, figureOf, timeShare, rulebook.lights);
  const known = new Set<unknown>([...places.cities, ...places.directCounties].map((row) => row.adcode));
  return {
    cities: rankBy(shaded.cities, figureOf),
    directCounties: rankBy(shaded.directCounties, figureOf),
    elsewhere: ranked.total(([key]) => !known.has(key))[id],
    shadeLimits: shaded.shadeLimits,
  };
}

function perGdpOf(cities: RankedPlace[], byGdp: Measured<'awarded_per_gdp'>, rulebook: Rulebook): PerGdp {
  const cityGdp = rulebook.statistics.reduce((sum, city) => sum + city.gdpFen, 0);
  return {
    cities,
    province: byGdp.total().awarded_per_gdp,
    spread: spreadOf(cities),
    gdpBeyondPublished: cityGdp - rulebook.provinceGdpFen,
  };
}

export interface CompareRequest {
  measureId: MeasureId;
  matrixMeasureId: MatrixMeasure;
}

/** Everything that `/compare` shows: places and clusters by one measure, whatever place or cluster is filtered. */
export async function loadCompare(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  request: CompareRequest,
): Promise<CompareView> {
  const { rulebook, meta } = context;
  const { measureId, matrixMeasureId } = request;
  const scope = scopeOf(filters, meta);
  const parts = await loadParts(engine, context, scope, measureId, matrixMeasureId);
  const { timeShare } = periodOf(appropriationsIn(parts.appropriations, scope), scope.asOf);
  const rows = placeRows(parts.beside, rulebook);
  const places = rankPlaces(rows, parts.byPlace, measureId, timeShare, rulebook);
  const perGdp = rankPlaces(rows, parts.byGdp, 'awarded_per_gdp', timeShare, rulebook);
  const clusters = clusterRows(parts.byCluster, rulebook);
  const rankedClusters = rankBy(
    clusters.clusters,
    (row) => parts.rankedByCluster.at(row.clusterId)[measureId],
  );
  const inNoCluster = clusterRows(parts.rankedByCluster, rulebook);
  return {
    guideYear: filters.guideYear,
    asOf: scope.asOf,
    isSample: meta.kind === 'sample',
    measureId,
    timeShare,
    ...places,
    citySpread: spreadOf(places.cities),
    clusters: rankedClusters,
    clusterSpread: spreadOf(rankedClusters),
    withoutCluster: inNoCluster.none[measureId],
    unknownCluster: inNoCluster.unknown[measureId],
    total: parts.total.total()[measureId],
    matrix: matrixOf(parts.byBoth, matrixMeasureId, rulebook),
    perGdp: perGdpOf(perGdp.cities, parts.byGdp, rulebook),
    choices: choicesFor(context, scope),
  };
}
