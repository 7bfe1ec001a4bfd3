import type { Dataset, LibraryCoverage, LibraryMeta } from '$lib/domain/library';
import type { AnswerRow, Engine } from '$lib/warehouse/engine';
import type { DimensionId } from './dimensions';
import type { Figure, Figures } from './figure';
import { emptyFigure, figureIn, missing, rollUp } from './figure';
import type { Measure, MeasureId } from './measures/measure';
import { measureOf } from './measures';
import type { MissingReason } from './missing';
import type { Scope } from './scope';
import { narrowedDimensions } from './scope';
import type { AggregateRequest } from './sql/aggregate';
import { aggregate, keyColumn } from './sql/aggregate';
import { standingAt } from './standing';

const withoutDataset: Record<Dataset, MissingReason> = {
  projects: 'no_projects',
  awards: 'no_awards',
  appropriations: 'no_appropriations',
  disbursements: 'no_disbursements',
  targets: 'no_targets',
  progress: 'no_progress',
  acceptances: 'no_acceptances',
};

function withoutDimension(measure: Measure, id: DimensionId): MissingReason {
  if (measure.facts.includes('category') && id !== 'prefecture') return 'only_by_category';
  if (measure.facts.includes('region')) return 'only_by_prefecture';
  return 'not_by_dimension';
}

/**
 * Why a measure has no answer for this library, scope and grouping, whatever the rows; null when it has one:
 * a dataset was never loaded, the year has no rows, the measure is not known at that level, or the scope is a
 * cluster that the library was not loaded for.
 */
export function missingFor(
  measure: Measure,
  scope: Scope,
  by: readonly DimensionId[],
  meta: LibraryMeta,
): MissingReason | null {
  const lacking = measure.needs.find((dataset) => !meta.datasets.includes(dataset));
  if (lacking !== undefined) return withoutDataset[lacking];
  const { guideYear } = scope;
  if (measure.needs.length > 0 && guideYear !== null && !meta.guideYears.includes(guideYear)) {
    return 'no_data_for_year';
  }
  const narrowed = narrowedDimensions(scope).find((id) => !measure.filterBy.includes(id));
  if (narrowed !== undefined) return withoutDimension(measure, narrowed);
  const grouped = by.find((id) => !measure.groupBy.includes(id));
  if (grouped !== undefined) return withoutDimension(measure, grouped);
  return measure.facts.includes('project') && isBeyond(meta.coverage, ['cluster'], [scope.clusterId])
    ? 'not_imported'
    : null;
}

const coveredKeys = (coverage: LibraryCoverage, id: DimensionId): readonly string[] | null => {
  if (id === 'place') return coverage.places;
  if (id === 'area') return coverage.areaIds;
  if (id === 'cluster') return coverage.clusterIds ?? null;
  return id === 'category' ? coverage.categoryIds : null;
};

/** Whether an own library without this key's tables knows nothing of it: its projects are missing, not none. */
function isBeyond(
  coverage: LibraryCoverage | undefined,
  by: readonly DimensionId[],
  keys: readonly Key[],
): boolean {
  if (coverage === undefined) return false;
  return by.some((id, index) => {
    const key = keys[index];
    return typeof key === 'string' && coveredKeys(coverage, id)?.includes(key) === false;
  });
}

/**
 * Whether a row that is there tells less than all. Its place may not be known whole, but of a cluster that the
 * library was loaded for, the projects of a place came all together.
 */
function isPartOnly(
  coverage: LibraryCoverage | undefined,
  by: readonly DimensionId[],
  keys: readonly Key[],
): boolean {
  const cluster = keys[by.indexOf('cluster')];
  const isLoaded = typeof cluster === 'string' && coverage?.clusterIds?.includes(cluster) === true;
  const told = by.map((id, index) => ({ id, key: keys[index] ?? null }));
  const asked = isLoaded ? told.filter(({ id }) => id !== 'place') : told;
  return isBeyond(
    coverage,
    asked.map(({ id }) => id),
    asked.map(({ key }) => key),
  );
}

/** Whether a choice of keys holds none of a loaded cluster, so that no row for it says nothing. */
function isChoiceBeyond(
  coverage: LibraryCoverage | undefined,
  by: readonly DimensionId[],
  keep: (keys: Key[]) => boolean,
): boolean {
  if (!coverage?.clusterIds || !by.includes('cluster')) return false;
  const covered = by.map((id) => coveredKeys(coverage, id));
  const choices = covered.reduce<Key[][]>(
    (lists, keys) => lists.flatMap((list) => (keys ?? [null]).map((key) => [...list, key])),
    [[]],
  );
  return !choices.some(keep);
}

export type Key = string | number | null;

/** Figures of one combination of keys; `keys` in the order of the dimensions asked for. */
export interface MeasuredRow<M extends MeasureId = MeasureId> {
  keys: Key[];
  figures: Figures<M>;
}

/** What was measured: rows with keys, and the figures of a key that has no row. */
export interface Measured<M extends MeasureId = MeasureId> {
  rows: MeasuredRow<M>[];
  /** Figures of the row with exactly these keys; those of nothing when there is no such row. */
  at(...keys: Key[]): Figures<M>;
  /** Figures of all rows that meet a condition together; of all rows without one. */
  total(keep?: (keys: Key[]) => boolean): Figures<M>;
}

const figuresOf = <M extends MeasureId>(ids: readonly M[], figure: (id: M) => Figure): Figures<M> =>
  Object.fromEntries(ids.map((id) => [id, figure(id)])) as Figures<M>;

const keyIn = (row: AnswerRow, id: DimensionId): Key => {
  const value = row[keyColumn(id)];
  if (typeof value === 'boolean')
    throw new Error(`dimension ${id}: found a boolean, expected text or a number`);
  return value ?? null;
};

async function ask(engine: Engine, meta: LibraryMeta, request: Omit<AggregateRequest, 'source'>) {
  const source = await standingAt(engine, meta, request.scope.asOf);
  return engine.query(aggregate({ ...request, source }));
}

/**
 * Measures by dimensions in one statement. Measures that cannot be answered are not asked for: they come as
 * missing with their reason. Without dimensions there is one row.
 */
export async function measureBy<M extends MeasureId>(
  engine: Engine,
  meta: LibraryMeta,
  request: { measures: readonly M[]; by: readonly DimensionId[]; scope: Scope },
): Promise<Measured<M>> {
  const { measures: ids, by, scope } = request;
  const reasons = new Map(ids.map((id) => [id, missingFor(measureOf(id), scope, by, meta)]));
  const asked = ids.filter((id) => reasons.get(id) === null).map(measureOf);
  const answer = asked.length === 0 ? [] : await ask(engine, meta, { measures: asked, by, scope });
  const orMissing = (id: M, figure: () => Figure): Figure => {
    const reason = reasons.get(id);
    return reason ? missing(reason) : figure();
  };
  const unlessBeyond = (id: M, beyond: boolean, figure: () => Figure): Figure =>
    measureOf(id).facts.includes('project') && beyond ? missing('not_imported') : orMissing(id, figure);
  const rows = answer.map((row) => {
    const keys = by.map((dimension) => keyIn(row, dimension));
    const beyond = isPartOnly(meta.coverage, by, keys);
    return {
      keys,
      figures: figuresOf(ids, (id) => unlessBeyond(id, beyond, () => figureIn(row, measureOf(id)))),
    };
  });
  const nothing = (keys: readonly Key[]) => {
    const beyond = isBeyond(meta.coverage, by, keys);
    return figuresOf(ids, (id) => unlessBeyond(id, beyond, () => emptyFigure(measureOf(id))));
  };
  const byKeys = new Map(rows.map((row) => [JSON.stringify(row.keys), row.figures]));
  return {
    rows,
    at: (...keys) => byKeys.get(JSON.stringify(keys)) ?? nothing(keys),
    total: (keep = () => true) => {
      const kept = rows.filter((row) => keep(row.keys));
      const beyond = kept.length === 0 && isChoiceBeyond(meta.coverage, by, keep);
      return figuresOf(ids, (id) =>
        unlessBeyond(id, beyond, () =>
          rollUp(
            id,
            kept.map((row) => row.figures[id]),
          ),
        ),
      );
    },
  };
}
