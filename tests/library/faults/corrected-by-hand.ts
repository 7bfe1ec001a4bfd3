import rulebook from 'virtual:fundlens-rules';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import type { Finding } from '$lib/domain/finding';
import { correctRows } from '$lib/library/correct/correct-rows';
import { dropRows } from '$lib/library/correct/drop-rows';
import { waitingRowKey } from '$lib/library/correct/waiting-row';
import { fileOf, summary } from './fault-files';
import { loadSteps } from './load-steps';

const on = '2026-11-21';

/** What is noted when a row that waits is corrected, and when it is taken off the list. */
export async function correctedByHand(): Promise<{ corrected: Finding[]; dropped: Finding[] }> {
  const { own } = await loadSteps([[fileOf(summary([{ total: '约三千' }]))]], 'csv');
  const [waiting] = own?.quarantine ?? [];
  if (!own || !waiting) throw new Error('no row waits');
  const row = waitingRowKey(waiting);
  const context = { rulebook, inputs: { tables, forms }, on, loadedAt: `${on}T08:00:00.000Z` };
  return {
    corrected: correctRows(own, [{ row, cell: 'J6', value: '3000' }], context).own.findings,
    dropped: dropRows(own, new Set([row]), on).findings,
  };
}
