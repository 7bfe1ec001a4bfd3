import { labelOf, wordColumnMoney } from '$lib/briefing/wording';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { KpiForm } from '$lib/policy/forms/form';
import { roundPoints, type Score, type ScoreLine } from '$lib/policy/scoring/score';
import type { WeightedPart } from '$lib/policy/scoring/scoring';
import { valueWords } from './value-words';

export const pointsWords = (points: number): string => {
  const rounded = roundPoints(points);
  return showNumber(rounded, Number.isInteger(rounded) ? 0 : 2);
};

export const partName = (part: WeightedPart): string =>
  ({
    execution: m.score_part_execution,
    output: m.score_part_output,
    outcome: m.score_part_outcome,
    satisfaction: m.score_part_satisfaction,
  })[part]();

/** The form's score as a sentence: points and grade, or between what it lies while reports are missing. */
export function scoreTitle(form: KpiForm, { points, grade, least, most }: Score): string {
  if (points === null)
    return m.score_title_open({ form: form.id, least: pointsWords(least), most: pointsWords(most) });
  return m.score_title({
    form: form.id,
    points: pointsWords(points),
    grade: grade ? labelOf(grade.name) : '',
  });
}

export const numberWords = ({ cell }: ScoreLine, value: number): string => {
  const unit = (cell.partId === null ? cell.indicator.readAs : null) ?? cell.measure.unit;
  if (unit?.money) return wordColumnMoney(value, unit.money).figure ?? '—';
  return valueWords(
    { unit: null, options: [] },
    { number: value, text: null, file: '', sheet: null, row: null },
  );
};

/** How a line came to its share: the formula with its figures, the band of words, or why it cannot be told. */
export function workingWords(line: ScoreLine): string {
  const { answer, cell } = line;
  if (!answer.known) {
    return {
      no_target: m.score_no_target,
      no_report: m.project_not_reported,
      negative_target: m.score_negative_target,
      words_not_read: m.score_words_not_read,
    }[answer.reason]();
  }
  const { working } = answer;
  if (working.kind === 'words') {
    const option = cell.indicator.options.find(({ id }) => id === working.found);
    return m.score_band({
      found: option ? labelOf(option.name) : working.found,
      band: labelOf(working.band.name),
    });
  }
  const figures = { actual: numberWords(line, working.actual), target: numberWords(line, working.target) };
  return working.lower ? m.score_reverse(figures) : m.score_forward(figures);
}

export const shareWords = ({ answer }: ScoreLine): string =>
  answer.known ? `${Math.round((answer.ratio ?? answer.share) * 100)} %` : '—';

export const explainWords = ({ explain }: ScoreLine): string =>
  explain === 'over' ? m.score_explain_over() : explain === 'shortfall' ? m.score_explain_short() : '';
