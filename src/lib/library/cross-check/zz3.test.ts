import { test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import conditions from 'virtual:fundlens-conditions';
import forms from 'virtual:fundlens-forms';
import scoring from 'virtual:fundlens-scoring';
import { loadSample } from '../../../../data/sample/load-sample';
import { emptyLibrary } from '$lib/domain/tables';
import { projectRecords } from './project-records';
import { checkScope } from './check-scope';
import { CrossLog } from './cross-log';
import { LibraryPlaces } from './library-places';
import { applicantsOf } from './applicants';
import { nameRepeatedProjects } from './repeated-projects';
import { nameOpenEarlierProjects } from './open-earlier-projects';
import { nameDifferingCodes } from './differing-codes';
import { nameCityLimits } from './city-limits';
import { conditionCheck } from './unmet-conditions';
import { ProgressCheck } from './progress-series';
import { nameAwardAmounts } from './award-amounts';
import { namePayments } from './payments';
import { nameMissingTargets } from './missing-targets';
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
  for (let i = 0; i < 2; i++) {
    let t = performance.now();
    const lap = (n: string) => { console.log('lap', n, Math.round(performance.now() - t)); t = performance.now(); };
    const records = projectRecords(big); lap('records');
    const scope = checkScope(records, { rulebook, conditions, forms, scoring }); lap('scope');
    const log = new CrossLog(new LibraryPlaces(big)); lap('places');
    const applicants = applicantsOf(records); lap('applicants');
    for (const a of applicants) { nameRepeatedProjects(a, log); nameOpenEarlierProjects(a, scope, log); } lap('repeat');
    nameDifferingCodes(records, log); lap('codes');
    nameCityLimits(records, scope, log); lap('limits');
    const c = conditionCheck(scope);
    for (const r of records) c?.(r, log); lap('conditions');
    for (const r of records) nameAwardAmounts(r, scope, log); lap('award');
    for (const r of records) namePayments(r, scope, log); lap('pay');
    for (const r of records) nameMissingTargets(r, scope, log); lap('targets');
    const p = new ProgressCheck(scope);
    for (const r of records) p.run(r, log); lap('progress');
  }
}, 60000);
