import type { IsoDate } from '$lib/domain/calendar';
import { isIsoDate } from '$lib/domain/calendar';
import type { RegionGroup } from '$lib/domain/region';

/** Where a project stands on the as-of day, from its dates; a project is in exactly one stage. */
export const stages = ['applied', 'dropped', 'awarded', 'paid', 'accepted', 'terminated'] as const;
export type Stage = (typeof stages)[number];

/** What a reader has chosen to look at: one typed state, kept in the address. Null means “all”. */
export interface Filters {
  guideYear: number;
  /** 数据截止日; null takes the library's own day. */
  asOf: IsoDate | null;
  areaId: string | null;
  categoryId: string | null;
  /** A part of the category (其中…); only together with `categoryId`. */
  subQuotaId: string | null;
  /** A city or county; a city leaves out its 省直报县, which is a place of its own. Null: the province. */
  region: string | null;
  /** 苏南, 苏中, 苏北: whole prefectures, 省直报县 included. */
  group: RegionGroup | null;
  /** Only projects of the 省直报县. */
  directOnly: boolean;
  /** A cluster's id, `none` (outside the clusters) or `unknown` (not stated). */
  clusterId: string | null;
  stage: Stage | null;
  /** Words looked for in project, recipient, credit code and project number. */
  search: string;
}

/** What an address may name: anything else in it is dropped. */
export interface FilterDefaults {
  /** The state of an empty address. */
  filters: Filters;
  guideYears: readonly number[];
  /** Areas and categories by guide year, sub-quotas by category. */
  areaIds: ReadonlyMap<number, ReadonlySet<string>>;
  areaOfCategory: ReadonlyMap<number, ReadonlyMap<string, string>>;
  subQuotaIds: ReadonlyMap<string, ReadonlySet<string>>;
  regions: ReadonlySet<string>;
  clusterIds: ReadonlySet<string>;
}

export const searchLength = 80;
const groups: readonly RegionGroup[] = ['south', 'middle', 'north'];

/** Names in the address, in the order in which they are written. */
const names = {
  guideYear: 'year',
  asOf: 'date',
  areaId: 'area',
  categoryId: 'category',
  subQuotaId: 'part',
  region: 'region',
  group: 'group',
  directOnly: 'direct',
  clusterId: 'cluster',
  stage: 'stage',
  search: 'q',
} as const satisfies Record<keyof Filters, string>;

const oneOf = <T extends string>(text: string | null, known: readonly T[]): T | null =>
  known.find((value) => value === text) ?? null;

const inSet = (text: string | null, known: ReadonlySet<string> | undefined): string | null =>
  text !== null && known?.has(text) === true ? text : null;

function readGuideYear(text: string | null, defaults: FilterDefaults): number {
  return defaults.guideYears.find((year) => String(year) === text) ?? defaults.filters.guideYear;
}

/** A category of the year; one that lies outside the chosen area is dropped. */
function readCategory(text: string | null, year: number, areaId: string | null, defaults: FilterDefaults) {
  const area = text === null ? undefined : defaults.areaOfCategory.get(year)?.get(text);
  return area !== undefined && (areaId === null || areaId === area) ? text : null;
}

/** Filters of an address. Unknown names, unknown values and values that contradict each other are dropped. */
export function readFilters(params: URLSearchParams, defaults: FilterDefaults): Filters {
  const text = (key: keyof Filters) => params.get(names[key]);
  const guideYear = readGuideYear(text('guideYear'), defaults);
  const asOf = text('asOf');
  const areaId = inSet(text('areaId'), defaults.areaIds.get(guideYear));
  const categoryId = readCategory(text('categoryId'), guideYear, areaId, defaults);
  return {
    guideYear,
    asOf: asOf !== null && isIsoDate(asOf) ? asOf : null,
    areaId,
    categoryId,
    subQuotaId: categoryId === null ? null : inSet(text('subQuotaId'), defaults.subQuotaIds.get(categoryId)),
    region: inSet(text('region'), defaults.regions),
    group: oneOf(text('group'), groups),
    directOnly: text('directOnly') === '1',
    clusterId: inSet(text('clusterId'), defaults.clusterIds),
    stage: oneOf(text('stage'), stages),
    search: (text('search') ?? '').trim().slice(0, searchLength).trim(),
  };
}

/** The address of filters: only what differs from the defaults, always in the same order. */
export function writeFilters(filters: Filters, defaults: FilterDefaults): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of Object.keys(names) as (keyof Filters)[]) {
    const value = filters[key];
    if (value === null || value === defaults.filters[key] || value === '' || value === false) continue;
    params.set(names[key], value === true ? '1' : String(value));
  }
  return params;
}
