import { m } from '$lib/i18n/paraglide/messages';
import { roundPoints, type Score } from '$lib/policy/scoring/score';
import { weightedParts, type ScoreVariant } from '$lib/policy/scoring/scoring';
import { labelOf } from '../wording';
import { sheetRemarks, type SheetContext } from './sheet-remarks';
import type { GridCell, GridRow, GridSheet } from './sheet-grid';

/** A project's score by one of its forms; null where no target was read for the form. */
export interface ListedScore {
  projectId: string;
  projectName: string;
  recipient: string;
  formId: string;
  score: Score | null;
}

const widths = [7, 16, 42, 26, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];

const head = (value: string): GridCell => ({ value, look: 'head' });
const figure = (value: number | null): GridCell => ({
  value: value === null ? '—' : roundPoints(value),
  align: 'center',
  format: '0.00',
});
const text = (value: string): GridCell => ({ value });

function rowOf({ projectId, projectName, recipient, formId, score }: ListedScore, index: number): GridRow {
  const unknown = score?.lines.filter(({ answer }) => !answer.known).length ?? null;
  const partPoints = weightedParts.map(
    (part) => score?.parts.find((one) => one.part === part)?.points ?? null,
  );
  return [
    { value: String(index + 1), align: 'center' },
    text(projectId),
    text(projectName),
    text(recipient),
    { value: formId, align: 'center' },
    ...partPoints.map(figure),
    figure(score?.points ?? null),
    { value: score?.grade ? labelOf(score.grade.name) : '—', align: 'center' },
    figure(score?.least ?? null),
    figure(score?.most ?? null),
    { value: unknown === null ? '—' : String(unknown), align: 'center' },
  ];
}

/** Scores of many projects on one sheet, such as those of a category, in the order given. */
export function scoreList(
  scope: string,
  scores: readonly ListedScore[],
  variant: ScoreVariant,
  context: SheetContext,
): GridSheet {
  const heads = [
    m.score_list_number(),
    m.score_list_project_id(),
    m.score_sheet_project(),
    m.score_sheet_recipient(),
    m.score_list_form(),
    m.score_part_execution(),
    m.score_part_output(),
    m.score_part_outcome(),
    m.score_part_satisfaction(),
    m.score_sheet_total(),
    m.score_list_grade(),
    m.score_list_least(),
    m.score_list_most(),
    m.score_list_unknown(),
  ];
  return {
    name: m.score_list_name(),
    title: m.score_list_title({ scope }),
    subtitle: m.score_list_count({ count: scores.length }),
    widths,
    tables: [{ repeated: 1, rows: [heads.map(head), ...scores.map(rowOf)] }],
    remarks: [...sheetRemarks(context, variant), m.score_list_note()],
    landscape: true,
  };
}
