import { describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import type { ProjectRecord } from '$lib/metrics/project-record/load-record';
import { formById } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { emptyRecord } from './fixtures/views';
import { scoreOf } from './project-score';
import { pointsWords, scoreTitle, workingWords } from './score-words';

const forms = readForms();
const scoring = readScoring();
const [variant] = scoring.variants;
const { rows } = loadSample();

function recordOf(id: string): ProjectRecord {
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
const scored = (id: string) => {
  const project = rows.project.find((row) => row.project_id === id);
  const head = rows.target_form.find((row) => row.project_id === id);
  if (!project || !head || !variant) throw new Error('the sample has changed');
  const form = formById(forms, head.guide_year, head.form_id);
  const score = scoreOf(form, recordOf(id), { awardFen: project.award_fen, paidFen: 0 }, scoring, variant);
  if (!score) throw new Error('no target was read');
  return { form, score };
};

describe('the score of a project', () => {
  const reported = rows.progress[0]?.project_id ?? '';

  test('adds up to its lines, and every line says how it came about', () => {
    const { form, score } = scored(reported);
    const lines = score.lines.reduce((sum, { points }) => sum + (points ?? 0), 0);
    expect(score.least).toBeCloseTo(lines + (score.execution.points ?? 0), 1);
    expect(score.lines.every((line) => workingWords(line) !== '')).toBe(true);
    expect(scoreTitle(form, score)).toContain(pointsWords(score.least));
  });

  test('takes the latest report of each indicator', () => {
    const { form, score } = scored(reported);
    const latest = new Map(
      rows.progress.filter((row) => row.project_id === reported).map((row) => [row.indicator_key, row]),
    );
    for (const { key, answer } of score.lines) {
      if (!answer.known || answer.working.kind !== 'number') continue;
      expect(answer.working.actual).toBe(latest.get(key)?.actual_number);
    }
    expect(form.indicators.length).toBeGreaterThan(0);
  });

  test('is none where no target was read', () => {
    const form = forms[0];
    if (!form || !variant) throw new Error('there are no forms');
    expect(scoreOf(form, emptyRecord, { awardFen: 1, paidFen: 1 }, scoring, variant)).toBeNull();
  });
});
