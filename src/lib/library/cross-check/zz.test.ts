import { test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import conditions from 'virtual:fundlens-conditions';
import forms from 'virtual:fundlens-forms';
import scoring from 'virtual:fundlens-scoring';
import { loadSample } from '../../../../data/sample/load-sample';
import { crossCheck } from './cross-check';
test('sample', () => {
  const { rows } = loadSample();
  const t = performance.now();
  const found = crossCheck(rows, { rulebook, conditions, forms, scoring });
  console.log('ms', performance.now() - t, rows.project.length, rows.progress.length);
  const n: Record<string, number> = {};
  for (const f of found) n[f.code] = (n[f.code] ?? 0) + 1;
  console.log(n);
  for (const code of Object.keys(n)) console.log(JSON.stringify(found.find((f) => f.code === code)));
});
