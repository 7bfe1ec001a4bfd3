import type { Label } from '$lib/domain/label';
import { ratioOf } from '$lib/domain/ratio';
import type { Rulebook } from '$lib/policy/rulebook';
import { noCluster, unknownCluster } from '../filter-defaults';
import type { Figure } from '../figure';
import type { Key, Measured } from '../measure-by';
import type { MeasureId } from '../measures/measure';
import type { Place } from './place-rows';
import { placesOf } from './place-rows';

export const matrixMeasures = ['awards', 'awarded', 'applications', 'requested'] as const;
export type MatrixMeasure = (typeof matrixMeasures)[number];

export interface MatrixCell {
  figure: Figure;
  /** Share of the row's total; null where the total is missing or zero. */
  share: number | null;
}

export interface MatrixRow {
  /** A cluster's id, `none` or `unknown`. */
  key: string;
  /** Null for the last two. */
  label: Label | null;
  shortLabel: Label | null;
  /** One a column, in the order of the columns. */
  cells: MatrixCell[];
  total: Figure;
}

/** Clusters × places: every project once, so that rows and columns add up to the same whole. */
export interface Matrix {
  measureId: MatrixMeasure;
  /** 13 cities in the order of their groups, then the direct counties; the last column is elsewhere. */
  columns: (Place | null)[];
  rows: MatrixRow[];
  columnTotals: Figure[];
  total: Figure;
}

const groupOrder = ['south', 'middle', 'north'];

const byGroup = (a: Place, b: Place): number =>
  Number(a.isDirectCounty) - Number(b.isDirectCounty) ||
  groupOrder.indexOf(a.group ?? '') - groupOrder.indexOf(b.group ?? '') ||
  a.adcode.localeCompare(b.adcode);

type Keep = (key: Key | undefined) => boolean;

/** Lays a measure by cluster and place on the official lists. */
export function matrixOf<M extends MatrixMeasure & MeasureId>(
  measured: Measured<M>,
  measureId: M,
  rulebook: Rulebook,
): Matrix {
  const columns: (Place | null)[] = [...placesOf(rulebook).sort(byGroup), null];
  const places = new Set<unknown>(columns.map((place) => place?.adcode));
  const clusters = [...rulebook.clusters].sort((a, b) => a.sequence - b.sequence);
  const named = new Set<unknown>(clusters.map((cluster) => cluster.id));
  const inColumn =
    (place: Place | null): Keep =>
    (key) =>
      place === null ? !places.has(key) : key === place.adcode;
  const inRow =
    (row: string): Keep =>
    (key) =>
      row === unknownCluster ? key !== noCluster && !named.has(key) : key === row;
  const figure = (row: Keep, column: Keep): Figure =>
    measured.total(([cluster, place]) => row(cluster) && column(place))[measureId];
  const anywhere: Keep = () => true;
  const rowOf = (key: string, label: Label | null, shortLabel: Label | null): MatrixRow => {
    const total = figure(inRow(key), anywhere);
    const cells = columns.map((place) => {
      const cell = figure(inRow(key), inColumn(place));
      return { figure: cell, share: ratioOf(cell.value, total.value) };
    });
    return { key, label, shortLabel, cells, total };
  };
  return {
    measureId,
    columns,
    rows: [
      ...clusters.map(({ id, name, shortName }) => rowOf(id, name, shortName)),
      rowOf(noCluster, null, null),
      rowOf(unknownCluster, null, null),
    ],
    columnTotals: columns.map((place) => figure(anywhere, inColumn(place))),
    total: figure(anywhere, anywhere),
  };
}
