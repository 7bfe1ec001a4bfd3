import { loadSample } from '$data/sample/load-sample';
import type { LibraryMeta } from '$lib/domain/library';
import type { ProjectRecord } from '$lib/metrics/project-record/load-record';
import { formById } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { withDeductions } from '$lib/policy/scoring/score';
import type { ScoreSheetSource } from '$lib/briefing/score-sheet/score-sheet';
import { scoreOf } from '$lib/portal/project/project-score';
import { sheetSource } from '$lib/portal/project/score-sheets';
import { targetSheet } from '$lib/portal/project/target-lines';
import { awardedView, emptyRecord } from '../../src/lib/portal/project/fixtures/views';

export const forms = readForms();
export const scoring = readScoring();
export const { meta, rows } = loadSample();

/** What the sample holds for one project. */
export function recordOf(id: string): ProjectRecord {
  const file = { file_name: '演示数据包' };
  const own = <T extends { project_id: string }>(list: readonly T[]) =>
    list.filter((row) => row.project_id === id).map((row) => ({ ...row, ...file }));
  return {
    ...emptyRecord,
    forms: own(rows.target_form),
    targets: own(rows.target),
    progress: own(rows.progress),
  };
}

/** The project of the sample with the most reports. */
export const reported: string = (() => {
  const counts = new Map<string, number>();
  for (const { project_id: id } of rows.progress) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? '';
})();

/** A project of the sample with what its score sheet is made from. */
export function sampleSource(
  id = reported,
  changes: { meta?: LibraryMeta; name?: string; deductions?: ScoreSheetSource['deductions'] } = {},
): ScoreSheetSource {
  const row = rows.project.find((one) => one.project_id === id);
  const head = rows.target_form.find((one) => one.project_id === id);
  const [variant] = scoring.variants;
  if (!row || !head || !variant) throw new Error('the sample has changed');
  const record = recordOf(id);
  const form = formById(forms, head.guide_year, head.form_id);
  const money = { awardFen: row.award_fen, paidFen: row.award_fen ?? 0 };
  const deductions = changes.deductions ?? [];
  const plain = scoreOf(form, record, money, scoring, variant);
  if (!plain) throw new Error('no target was read');
  const score = withDeductions(plain, deductions, scoring);
  const view = awardedView({
    row: { ...row, name: changes.name ?? row.name },
    standing: { award_fen: row.award_fen, paid_fen: money.paidFen },
    record,
  });
  const one = { view, meta: changes.meta ?? meta, scoring };
  return sheetSource(one, targetSheet(form, record), score, deductions);
}
