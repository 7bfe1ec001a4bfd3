import type { FindingLog } from './finding-log';
import { locateAddress } from './locate-region';
import type { RowValues } from './read-row';
import { columnFor, type SheetContext } from './sheet-context';

/** The region columns of a project row. */
export interface RowRegion {
  cityAdcode: string;
  countyAdcode: string | null;
  reportsDirectly: boolean;
}

/**
 * City and county of a row. The 地区 line decides the city, because it says who nominated the project; the
 * address adds the county, and stands in where the line is missing. Null (with a finding) when neither tells.
 */
export function placeRow(context: SheetContext, values: RowValues, log: FindingLog): RowRegion | null {
  const address = values.texts.get('address');
  const there = address === undefined ? null : locateAddress(context.rulebook, address);
  const index = columnFor(context, 'address')?.index;
  const place = { row: values.row, column: 'address', ...(index === undefined ? {} : { index }) };
  const { location } = context;
  if (!location) {
    if (there)
      return regionOf(there.city.adcode, there.county?.adcode ?? null, there.county?.reportsDirectly);
    values.findings.push(log.add('region_undetermined', { ...place, found: address ?? null }));
    return null;
  }
  const { city, county } = location;
  const inSameCity = there?.city.adcode === city.adcode;
  if (there && !inSameCity) {
    values.findings.push(
      log.add('address_elsewhere', { ...place, found: address ?? null, expected: city.name }),
    );
  }
  if (county) return regionOf(city.adcode, county.adcode, county.reportsDirectly);
  return regionOf(city.adcode, inSameCity ? (there.county?.adcode ?? null) : null, false);
}

const regionOf = (cityAdcode: string, countyAdcode: string | null, reportsDirectly = false): RowRegion => ({
  cityAdcode,
  countyAdcode,
  reportsDirectly,
});
