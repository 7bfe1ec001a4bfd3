import { applicationMeasures } from './applications';
import type { Measure, MeasureId } from './measure';
import { measureIds } from './measure';
import { moneyMeasures } from './money';
import { rateMeasures } from './rates';
import { quotaMeasures } from './quota';
import { relativeMeasures } from './relative';

export type { Measure, MeasureId } from './measure';
export { measureIds } from './measure';

const byId = new Map(
  [...applicationMeasures, ...moneyMeasures, ...rateMeasures, ...quotaMeasures, ...relativeMeasures].map(
    (measure) => [measure.id, measure],
  ),
);

/** The one definition of a measure. */
export function measureOf(id: MeasureId): Measure {
  const found = byId.get(id);
  if (!found) throw new Error(`no measure ${id}; expected one of ${measureIds.join(', ')}`);
  return found;
}

/** All measures in the order of their ids. */
export const allMeasures: readonly Measure[] = measureIds.map(measureOf);

/** A measure's id in an address, or null when there is no such measure. */
export const readMeasureId = (text: string | null): MeasureId | null =>
  measureIds.find((id) => id === text) ?? null;

/** Whether the rows behind a figure add money to it; otherwise each counts as one. */
export const addsMoney = (measure: Measure): boolean =>
  measure.rowsBehind?.contribution.endsWith('_fen') ?? false;
