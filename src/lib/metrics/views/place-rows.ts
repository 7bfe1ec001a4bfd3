import type { Label } from '$lib/domain/label';
import type { Region, RegionGroup } from '$lib/domain/region';
import type { LightSteps, Rulebook } from '$lib/policy/rulebook';
import type { Figure, Figures } from '../figure';
import type { LightReading } from '../light';
import { lightAt } from '../light';
import type { Measured } from '../measure-by';
import type { MeasureId } from '../measures/measure';
import { shadeLimits, shadeOf } from '../steps';

/** A city without its direct counties, or a direct county. */
export interface Place {
  adcode: string;
  name: Label;
  shortName: Label;
  group: RegionGroup | null;
  isDirectCounty: boolean;
  /** Position in the tile diagram, from 0; null for direct counties. */
  tile: { row: number; column: number } | null;
}

export interface PlaceRow<M extends MeasureId> extends Place {
  figures: Figures<M>;
}

const named = (zh: string, { english }: Region): Label => ({ zh, en: english ?? zh });

/** The province's places in the order of their codes: cities, then direct counties. */
export function placesOf(rulebook: Rulebook): Place[] {
  const tiles = new Map(rulebook.tiles.map(({ adcode, row, column }) => [adcode, { row, column }]));
  const place = (region: Region): Place => ({
    adcode: region.adcode,
    name: named(region.name, region),
    shortName: named(region.short, region),
    group: region.group,
    isDirectCounty: region.level === 'county',
    tile: tiles.get(region.adcode) ?? null,
  });
  const byCode = (a: Region, b: Region) => a.adcode.localeCompare(b.adcode);
  const cities = rulebook.regions.filter((region) => region.level === 'city').sort(byCode);
  const direct = rulebook.regions
    .filter((region) => region.level === 'county' && region.reportsDirectly)
    .sort(byCode);
  return [...cities, ...direct].map(place);
}

export interface PlaceRows<M extends MeasureId> {
  cities: PlaceRow<M>[];
  directCounties: PlaceRow<M>[];
  /** Projects of no known place (province-level bodies), so that all rows together are the province. */
  elsewhere: Figures<M>;
}

/** Measures by `place` laid on the places of the province. */
export function placeRows<M extends MeasureId>(measured: Measured<M>, rulebook: Rulebook): PlaceRows<M> {
  const places = placesOf(rulebook);
  const known = new Set<unknown>(places.map((place) => place.adcode));
  const rows = places.map((place) => ({ ...place, figures: measured.at(place.adcode) }));
  return {
    cities: rows.filter((row) => !row.isDirectCounty),
    directCounties: rows.filter((row) => row.isDirectCounty),
    elsewhere: measured.total(([adcode]) => !known.has(adcode)),
  };
}

/** A place with its light (disbursement rate at the time share) and its shade among the cities. */
export type ShadedPlace<M extends MeasureId> = PlaceRow<M> & { light: LightReading; shade: number | null };

export interface ShadedPlaces<M extends MeasureId> {
  cities: ShadedPlace<M>[];
  directCounties: ShadedPlace<M>[];
  elsewhere: Figures<M>;
  /** Lower limits of shades 2 and up. */
  shadeLimits: number[];
}

/** Shades places by a figure; limits come from the cities alone, direct counties take the same ones. */
export function shadePlaces<M extends MeasureId>(
  rows: PlaceRows<M | 'disbursement_rate'>,
  figureOf: (row: PlaceRow<M | 'disbursement_rate'>) => Figure,
  timeShare: number | null,
  steps: LightSteps,
): ShadedPlaces<M | 'disbursement_rate'> {
  const limits = shadeLimits(rows.cities.map((row) => figureOf(row).value));
  const shaded = (row: PlaceRow<M | 'disbursement_rate'>) => ({
    ...row,
    light: lightAt(row.figures.disbursement_rate, timeShare, steps),
    shade: shadeOf(figureOf(row).value, limits),
  });
  return {
    cities: rows.cities.map(shaded),
    directCounties: rows.directCounties.map(shaded),
    elsewhere: rows.elsewhere,
    shadeLimits: limits,
  };
}
