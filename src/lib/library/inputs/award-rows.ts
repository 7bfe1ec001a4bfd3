import type { Row } from '$lib/domain/tables';
import { shownAmount } from '../check/show-value';
import type { KnownProject } from './known-projects';
import type { WithoutOrigin } from './load-context';
import type { InputRow } from './read-input-row';

export interface AwardRows {
  award: WithoutOrigin<Row<'award'>>;
  tranches: WithoutOrigin<Row<'tranche'>>[];
}

const plans = [
  { sequence: 1, kind: 'first', amount: 'first_fen', day: 'first_on' },
  { sequence: 2, kind: 'final', amount: 'final_fen', day: 'final_on' },
] as const;

/** Planned payments that the row names with amount and day; one without the other is a finding. */
function plannedRows(row: InputRow, id: string): AwardRows['tranches'] {
  return plans.flatMap(({ sequence, kind, amount, day }) => {
    const planned = row.numbers.get(amount);
    const on = row.texts.get(day);
    if (planned === undefined && on === undefined) return [];
    if (planned === undefined) row.report('cell_missing', amount, { found: null });
    if (on === undefined) row.report('cell_missing', day, { found: null });
    if (planned === undefined || on === undefined) return [];
    return [{ project_id: id, sequence, kind, planned_fen: planned, planned_on: on }];
  });
}

/** The award that a row tells, with its planned payments, or null with a finding. */
export function awardRows(row: InputRow, project: KnownProject): AwardRows | null {
  const fen = row.numbers.get('award_fen');
  const day = row.texts.get('awarded_on');
  if (fen === undefined || day === undefined) return null;
  const tranches = plannedRows(row, project.project_id);
  const planned = tranches.reduce((sum, { planned_fen: part }) => sum + part, 0);
  const whole = tranches.length === plans.length;
  if (planned > fen || (whole && planned < fen)) {
    const said = { found: shownAmount(planned), expected: shownAmount(fen) };
    row.report('tranches_off_award', 'award_fen', said);
  }
  const [first, last] = tranches;
  if (first && first.planned_on < day)
    row.report('paid_before_award', plans[first.sequence - 1]?.day ?? 'awarded_on', { expected: day });
  if (first && last && last.planned_on < first.planned_on)
    row.report('end_before_start', 'final_on', { expected: first.planned_on });
  const document = row.texts.get('document') ?? null;
  return { award: { project_id: project.project_id, award_fen: fen, awarded_on: day, document }, tranches };
}
