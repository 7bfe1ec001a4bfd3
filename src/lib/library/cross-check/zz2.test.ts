import { test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import conditions from 'virtual:fundlens-conditions';
import forms from 'virtual:fundlens-forms';
import scoring from 'virtual:fundlens-scoring';
import { loadSample } from '../../../../data/sample/load-sample';
import { crossCheck } from './cross-check';
import { emptyLibrary } from '$lib/domain/tables';
test('big', () => {
  const { rows } = loadSample();
  const big = emptyLibrary();
  big.source_file = rows.source_file;
  for (let k = 0; k < 50; k++) {
    const id = (r: { project_id: string }) => ({ ...r, project_id: r.project_id + '-' + k }) as never;
    for (const t of ['project', 'tranche', 'disbursement', 'recovery', 'target_form', 'target', 'acceptance', 'award', 'termination'] as const)
      for (const r of rows[t]) big[t].push(id(r as never));
    for (const r of big.project.slice(-rows.project.length)) r.recipient_name += String(k);
    for (const r of rows.progress) { big.progress.push(id(r)); }
  }
  const base = big.progress.slice();
  for (const r of base.slice(0, 410000)) big.progress.push({ ...r, period_end: '2026-12-31' });
  for (let i = 0; i < 3; i++) {
    const t = performance.now();
    const found = crossCheck(big, { rulebook, conditions, forms, scoring });
    console.log('ms', performance.now() - t, big.project.length, big.progress.length, big.target.length, found.length);
  }
}, 60000);
