import { labelOf } from '$lib/briefing/wording';
import { showPercent } from '$lib/domain/ratio';
import { quarterName } from '$lib/i18n/quarter-name';
import { m } from '$lib/i18n/paraglide/messages';
import { formulaOf } from '$lib/policy/scoring/attainment';
import type { Score, ScoreLine } from '$lib/policy/scoring/score';
import type { ScoreFormula, ScoringRules } from '$lib/policy/scoring/scoring';
import type { NoteSource } from '../policy/clause/clause-note.svelte';
import type { ProjectCase } from './project-case';
import { latestOf } from './score-sheets';
import { numberWords, partName, pointsWords, workingWords } from './score-words';
import { cellSource, fieldSource } from './source-words';
import type { RecordedValue, TargetLine } from './target-lines';
import { nameWords, unitWords, valueWords } from './value-words';

/** A value that went into a score, with the place that it was read from. */
export interface WorkingInput {
  label: string;
  /** Null where nothing was signed or reported. */
  words: string | null;
  source: NoteSource | null;
}

/** How one step of a score came about, line by line. */
export interface ScoreWorking {
  inputs: WorkingInput[];
  /** The rule in words; null where nothing could be computed. */
  rule: string | null;
  /** The rule with the figures put in. */
  figures: string;
  /** How many points the step may earn, and why so many. */
  weight: string;
  /** What it earned; null while it is not known. */
  points: string | null;
}

const percentWords = (share: number): string =>
  `${showPercent(share, Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 2)} %`;

function inputOf(label: string, line: TargetLine | null, value: RecordedValue | null): WorkingInput {
  if (!line || !value) return { label, words: null, source: null };
  const unit = value.number === null ? '' : unitWords(line);
  return {
    label,
    words: [valueWords(line, value), unit].filter(Boolean).join(' '),
    source: cellSource(value),
  };
}

function inputsOf(line: TargetLine | null): WorkingInput[] {
  const latest = line && latestOf(line);
  const actual = latest
    ? m.score_working_actual_of({ period: quarterName(latest.period) })
    : m.project_targets_col_actual();
  return [
    inputOf(m.project_targets_col_target(), line, line?.target ?? null),
    inputOf(actual, line, latest?.value ?? null),
  ];
}

/** The formula that a line was scored by; null where its share is not known. */
export function lineFormula({ answer }: ScoreLine, { variant }: Score): ScoreFormula | null {
  if (!answer.known) return null;
  const { working } = answer;
  if (working.kind === 'words') return 'words';
  const direction = working.lower ? 'lower' : 'higher';
  return formulaOf(working.target, working.actual, direction, variant.reverse);
}

/** The formula with its figures: 9 ÷ 12 = 75 %. */
function figuresOf(line: ScoreLine, score: Score): string {
  const { answer } = line;
  if (!answer.known) return workingWords(line);
  const { working } = answer;
  const share = percentWords(answer.share);
  if (working.kind === 'words')
    return m.score_figures_words({
      words: workingWords(line),
      from: percentWords(working.band.from),
      to: percentWords(working.band.to),
      share,
    });
  const figures = {
    actual: numberWords(line, Math.max(0, working.actual)),
    target: numberWords(line, working.target),
    share,
  };
  switch (lineFormula(line, score)) {
    case 'higher_met':
      return m.score_figures_at_least(figures);
    case 'higher_short':
      return m.score_figures_quotient({ over: figures.actual, under: figures.target, share });
    case 'lower_linear':
      return m.score_figures_linear(figures);
    case 'lower_exhausted':
      return m.score_figures_twice(figures);
    case 'lower_quotient':
      return m.score_figures_quotient({ over: figures.target, under: figures.actual, share });
    default:
      return m.score_figures_at_most(figures);
  }
}

/** How many rows share a part's weight. */
const rowsIn = ({ lines }: Score, part: ScoreLine['part']): number =>
  new Set(lines.filter((line) => line.part === part).map(({ cell }) => cell.indicator.id)).size;

const earned = (weight: number, share: number, points: number): string =>
  m.score_working_points({
    weight: pointsWords(weight),
    share: percentWords(share),
    points: pointsWords(points),
  });

/** The working of one line; `recorded` is the same cell as the form's table shows it. */
export function lineWorking(
  line: ScoreLine,
  recorded: TargetLine | null,
  score: Score,
  { formulas }: ScoringRules,
): ScoreWorking {
  const formula = lineFormula(line, score);
  const part = score.parts.find((one) => one.part === line.part);
  return {
    inputs: inputsOf(recorded),
    rule: formula && labelOf(formulas[formula]),
    figures: figuresOf(line, score),
    weight: m.score_working_weight({
      part: partName(line.part),
      points: pointsWords(part?.weight ?? 0),
      rows: rowsIn(score, line.part),
      weight: pointsWords(line.weight),
    }),
    points:
      line.answer.known && line.points !== null ? earned(line.weight, line.answer.share, line.points) : null,
  };
}

/** The working of the execution: paid of what was granted. */
export function executionWorking(
  { view, scoring }: Pick<ProjectCase, 'view' | 'scoring'>,
  { execution, variant }: Score,
  money: (fen: number | null) => string | null,
): ScoreWorking {
  const award = view.standing.award_fen;
  const paid = view.standing.paid_fen;
  const [payment] = view.payments.toReversed();
  const { ratio, weight, points } = execution;
  return {
    inputs: [
      {
        label: m.score_working_award(),
        words: money(award),
        source: award === null ? null : fieldSource(view, 'award_fen'),
      },
      {
        label: m.score_working_paid({ count: view.payments.length }),
        words: money(paid),
        source: payment
          ? cellSource({ file: payment.file_name, sheet: payment.source_sheet, row: payment.source_row })
          : null,
      },
    ],
    rule: labelOf(scoring.formulas.execution),
    figures:
      ratio === null
        ? m.score_no_money()
        : m.score_figures_quotient({
            over: money(paid) ?? '—',
            under: money(award) ?? '—',
            share: percentWords(ratio),
          }),
    weight: m.score_working_given({
      part: partName('execution'),
      given: pointsWords(variant.weights.execution),
      weight: pointsWords(weight),
    }),
    points: ratio === null || points === null ? null : earned(weight, ratio, points),
  };
}

/** The total as a sum of its parts: 10 + 33.33 + 30 + 10 = 83.33. */
export function totalWords({ parts, deducted, points, least, most }: Score): string {
  const known = parts.filter(({ weight }) => weight > 0);
  const sum = known
    .map((one) => `${partName(one.part)} ${one.points === null ? '—' : pointsWords(one.points)}`)
    .join(' + ');
  const total =
    points === null
      ? m.score_between({ least: pointsWords(least), most: pointsWords(most) })
      : pointsWords(points);
  const off = deducted > 0 ? ` − ${m.score_deduction()} ${pointsWords(deducted)}` : '';
  return `${sum}${off} = ${total}`;
}

/** Name of a line as its form has it. */
export const recordedName = (line: ScoreLine, recorded: TargetLine | null): string =>
  recorded ? nameWords(recorded) : labelOf(line.cell.measure.name);
