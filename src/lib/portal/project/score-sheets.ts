import { labelOf } from '$lib/briefing/wording';
import type { LineWords, ScoreSheetSource } from '$lib/briefing/score-sheet/score-sheet';
import type { SheetContext } from '$lib/briefing/score-sheet/sheet-remarks';
import { m } from '$lib/i18n/paraglide/messages';
import type { Score } from '$lib/policy/scoring/score';
import type { ProjectCase } from './project-case';
import type { RecordedValue, TargetLine, TargetSheet } from './target-lines';
import { unitWords, valueWords } from './value-words';

/** What a score sheet reads of a project's case. */
export type SheetCase = Pick<ProjectCase, 'view' | 'meta' | 'scoring'>;

/** A value with its unit, as a form is filled in: 12 项, 98.5 %. */
function withUnit(line: TargetLine, value: RecordedValue | null): string | null {
  if (!value) return null;
  const unit = value.number === null ? '' : unitWords(line);
  return [valueWords(line, value), unit].filter(Boolean).join(' ');
}

/** The latest report of a line with the end of its period. */
export function latestOf({ actuals }: TargetLine): { period: string; value: RecordedValue } | null {
  const period = [...actuals.keys()].toSorted().at(-1);
  const value = period === undefined ? undefined : actuals.get(period);
  return period === undefined || !value ? null : { period, value };
}

function targetWords(line: TargetLine): string | null {
  const overall = withUnit(line, line.target);
  const annual = withUnit(line, line.annual);
  if (overall === null || annual === null || annual === overall) return overall ?? annual;
  return m.score_sheet_target_annual({ overall, annual });
}

/** What the reports of a form say beside their values, by cell and end of the period. */
function notesOf({ form }: TargetSheet, { view }: SheetCase): Map<string, string | null> {
  return new Map(
    view.record.progress
      .filter(({ guide_year: year, form_id: id }) => year === form.guideYear && id === form.id)
      .map(({ indicator_key: key, period_end: period, note }) => [`${key} ${period}`, note]),
  );
}

/** The words beside the latest value of every cell; cells without any are left out. */
export function latestNotes(sheet: TargetSheet, one: SheetCase): Map<string, string> {
  const notes = notesOf(sheet, one);
  return new Map(
    sheet.groups
      .flatMap(({ lines }) => lines)
      .flatMap((line): [string, string][] => {
        const note = notes.get(`${line.key} ${latestOf(line)?.period ?? ''}`)?.trim() ?? '';
        return note === '' ? [] : [[line.key, note]];
      }),
  );
}

/** What stands beside every line of a form: target, latest value, and what its report says of it. */
function wordsOf(sheet: TargetSheet, one: SheetCase): Map<string, LineWords> {
  const notes = latestNotes(sheet, one);
  return new Map(
    sheet.groups
      .flatMap(({ lines }) => lines)
      .filter(({ isHead }) => !isHead)
      .map((line): [string, LineWords] => {
        const latest = latestOf(line);
        const actual = withUnit(line, latest?.value ?? null);
        return [line.key, { target: targetWords(line), actual, note: notes.get(line.key) ?? null }];
      }),
  );
}

const contextOf = ({ view, meta, scoring: { version } }: SheetCase): SheetContext => ({
  asOf: view.asOf,
  filters: [view.row.project_id],
  version,
  library: { hash: meta.hash, isSample: meta.kind === 'sample' },
});

/** A project's score by one form, as its self-evaluation is written. */
export function sheetSource(
  one: SheetCase,
  sheet: TargetSheet,
  score: Score,
  deductions: ScoreSheetSource['deductions'],
): ScoreSheetSource {
  const { row, standing } = one.view;
  return {
    projectName: row.name,
    recipient: row.recipient_name,
    authority: sheet.head?.nominator ?? null,
    formId: sheet.form.id,
    score,
    money: { budgetFen: standing.award_fen, paidFen: standing.paid_fen },
    expectedGoal: sheet.head?.annual_goal ?? sheet.head?.overall_goal ?? null,
    words: wordsOf(sheet, one),
    deductions,
    context: contextOf(one),
  };
}

/** Name of the file, before its ending: the form, the project and the day. */
export const sheetFileParts = ({ view, scoring }: SheetCase, { variant }: Score): string[] => [
  m.score_sheet_title(),
  view.row.name,
  view.asOf,
  labelOf((scoring.variants.find(({ id }) => id === variant.id) ?? variant).name),
];
