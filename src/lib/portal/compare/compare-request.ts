import type { LibraryMeta } from '$lib/domain/library';
import { readMeasureId } from '$lib/metrics/measures';
import type { CompareRequest } from '$lib/metrics/views/compare';
import { matrixMeasures } from '$lib/metrics/views/matrix';

/** What `/compare` opens with: how much of the awards is paid, or who applied where nothing is awarded. */
export const startingRequest = ({ datasets }: Pick<LibraryMeta, 'datasets'>): CompareRequest =>
  datasets.includes('disbursements')
    ? { measureId: 'disbursement_rate', matrixMeasureId: 'awards' }
    : { measureId: 'applications', matrixMeasureId: 'applications' };

/** The request of an address; unknown names fall back to the start. */
export function readRequest(meta: LibraryMeta, measure: string | null, cell: string | null): CompareRequest {
  const start = startingRequest(meta);
  return {
    measureId: readMeasureId(measure) ?? start.measureId,
    matrixMeasureId: matrixMeasures.find((id) => id === cell) ?? start.matrixMeasureId,
  };
}
