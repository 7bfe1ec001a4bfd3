import type { IsoDate } from './calendar';
import type { LibraryRows, LibraryTableName } from './tables';

/** Life cycle of a project; the order is the order of the steps. Sideways steps stand last. */
export const projectStatuses = [
  'submitted',
  'nominated',
  'reviewed',
  'admitted',
  'awarded',
  'first_tranche_paid',
  'under_way',
  'accepted',
  'settled',
  'rejected',
  'withdrawn',
  'terminated',
  'recovered',
] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** What a library knows. A dataset that was never loaded makes its measures “—”, not zero. */
export const datasetNames = [
  'projects',
  'awards',
  'appropriations',
  'disbursements',
  'targets',
  'progress',
  'acceptances',
] as const;
export type Dataset = (typeof datasetNames)[number];

/** The part of the province that own tables were loaded for. */
export interface LibraryCoverage {
  /** Codes of cities (without their direct counties) and direct counties. */
  places: string[];
  areaIds: string[];
  categoryIds: string[];
  /** Ids of the clusters whose projects are there; absent where the tables are not narrowed to clusters. */
  clusterIds?: string[];
}

export interface LibraryMeta {
  /** `sample` is the embedded 演示数据; `own` holds rows that the user brought. */
  kind: 'sample' | 'own';
  /** Short hash over all rows: the same rows give the same hash. */
  hash: string;
  /** 数据截止日: the date every figure is computed for unless the reader chooses another. */
  asOf: IsoDate;
  /** Moment of loading, ISO with time; null for the embedded sample. */
  loadedAt: string | null;
  datasets: Dataset[];
  guideYears: number[];
  counts: Record<LibraryTableName, number>;
  /** What the loaded tables speak of; absent where the library is whole. Beyond it nothing is known, not zero. */
  coverage?: LibraryCoverage;
}

export interface Library {
  meta: LibraryMeta;
  rows: LibraryRows;
}
