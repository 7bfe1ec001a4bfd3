import type { InputTableId } from '$lib/policy/inputs/input-table';
import { loadAssessment, loadCentre, loadCentreFact, loadReport } from './centre-loaders';
import type { Loader } from './load-context';
import { loadFactsAcross, loadPlatform, loadPlatformFact } from './platform-loaders';
import {
  loadAcceptance,
  loadAppropriation,
  loadAward,
  loadCheck,
  loadPayment,
  loadProgress,
  loadRecovery,
  loadTermination,
} from './project-loaders';

/** What reads the rows of each table. */
export const loaders: Record<InputTableId, Loader> = {
  awards: loadAward,
  disbursements: loadPayment,
  acceptances: loadAcceptance,
  terminations: loadTermination,
  recoveries: loadRecovery,
  appropriations: loadAppropriation,
  progress: loadProgress,
  'progress-by-quarter': loadProgress,
  checklists: loadCheck,
  centres: loadCentre,
  'centre-facts': loadCentreFact,
  'centre-assessments': loadAssessment,
  'centre-reports': loadReport,
  platforms: loadPlatform,
  'benchmark-factories': loadPlatform,
  'platform-facts': loadPlatformFact,
  'platform-facts-across': loadFactsAcross,
};

/** Tables with one and the same rows: what one says the other may not say again. */
const sameRows: Partial<Record<InputTableId, InputTableId>> = {
  'progress-by-quarter': 'progress',
  'platform-facts-across': 'platform-facts',
  'benchmark-factories': 'platforms',
};

/** Under which table's name a row of this table counts as said. */
export const repeatTable = (id: InputTableId): InputTableId => sameRows[id] ?? id;

const early: readonly InputTableId[] = ['awards', 'centres', 'platforms', 'benchmark-factories'];

/**
 * In which order tables of one import are read, whatever the order of the files: what others name comes first, then
 * payments, because what came back is held against them.
 */
export function readingOrder(id: InputTableId): number {
  if (early.includes(id)) return 1;
  return id === 'disbursements' ? 2 : 3;
}
