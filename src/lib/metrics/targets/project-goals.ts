import { shareOfTimeGone, type IsoDate } from '$lib/domain/calendar';
import { ratioOf } from '$lib/domain/ratio';
import type { KpiForm } from '$lib/policy/forms/form';
import { cellsOf, type ValueCell } from '$lib/policy/forms/look-up';
import type { LightSteps } from '$lib/policy/rulebook';
import { accumulates } from '$lib/policy/scoring/accumulates';
import { cellShare, type CellShare, type IndicatorValue } from '$lib/policy/scoring/indicator-share';
import { ownCell } from '$lib/policy/scoring/own-cell';
import type { ScoreVariant, ScoringRules } from '$lib/policy/scoring/scoring';
import { lightAt, type Light, type LightReading } from '../light';
import { goalLight, lastDueQuarter, worstLight, type GoalLight } from './goal-light';
import type { AwardedRow, ReportedRow } from './goal-sql';

/** One value cell of a project with its light. */
export interface IndicatorGoal {
  formId: string;
  cell: ValueCell;
  target: IndicatorValue | null;
  actual: IndicatorValue | null;
  /** End of the latest quarter that was reported. */
  reportedTo: IsoDate | null;
  share: CellShare;
  light: GoalLight;
}

/** A project's money and goals at the as-of day. */
export interface ProjectGoals {
  project: AwardedRow;
  indicators: IndicatorGoal[];
  /** The worst of its indicators. */
  goal: Light;
  /** Mean of what its indicators earn (0 to 1); null where none is known. */
  progress: number | null;
  /** Share of its period gone at the as-of day, which its payments are held against. */
  timeShare: number | null;
  /**
   * What its indicators should have earned when they were reported: the share of time gone for those that grow, all of
   * it for levels. Null where nothing is known.
   */
  expected: number | null;
  /** Paid ÷ award. */
  execution: number | null;
  budget: LightReading;
  /** Progress ÷ what was to be expected. */
  goalPace: number | null;
  /** Pace of results less pace of money: −0.2 is money 20 points ahead of results; null where one is not known. */
  gap: number | null;
  /** A report that is due has not come in. */
  reportOverdue: boolean;
}

export interface GoalRules {
  forms: readonly KpiForm[];
  scoring: ScoringRules;
  variant: ScoreVariant;
  lights: LightSteps;
  asOf: IsoDate;
}

const valueOf = (number: number | null, text: string | null): IndicatorValue | null =>
  number === null && text === null ? null : { number, text };

/** Cells of all forms, by year, form and key. */
class CellIndex {
  readonly #cells = new Map<string, ValueCell>();

  constructor(forms: readonly KpiForm[]) {
    for (const form of forms)
      for (const cell of [...form.indicators, ...form.ownIndicators].flatMap(cellsOf))
        this.#cells.set(`${form.guideYear} ${form.id} ${cell.key}`, cell);
  }

  /** The printed cell, or one made for an indicator of the project's own. */
  of({
    guide_year: year,
    form_id: form,
    indicator_key: key,
    own_name: name,
    own_unit: unit,
  }: ReportedRow): ValueCell {
    return this.#cells.get(`${year} ${form} ${key}`) ?? ownCell({ year, form, key, name: name ?? key, unit });
  }
}

function indicatorGoal(
  row: ReportedRow,
  cell: ValueCell,
  project: AwardedRow,
  rules: GoalRules,
): IndicatorGoal {
  const target = valueOf(row.target_number, row.target_text);
  const actual = valueOf(row.actual_number, row.actual_text);
  const share = cellShare(cell, target, actual, rules.scoring, rules.variant);
  const period = { start: project.start_date, end: project.end_date };
  const due = lastDueQuarter(rules.asOf, rules.scoring.reporting);
  const light = goalLight({ share, grows: accumulates(cell) }, row.period_end, period, due, rules.lights);
  return { formId: row.form_id, cell, target, actual, reportedTo: row.period_end, share, light };
}

/** What a known indicator should have earned by the end of its report; null where the period is not known. */
function expectedShare({ share, cell, reportedTo }: IndicatorGoal, project: AwardedRow): number | null {
  const { start_date: start, end_date: end } = project;
  if (!share.known || reportedTo === null || start === null || end === null) return null;
  return accumulates(cell) ? shareOfTimeGone(reportedTo, start, end) : 1;
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function projectGoals(project: AwardedRow, indicators: IndicatorGoal[], rules: GoalRules): ProjectGoals {
  const { start_date: start, end_date: end, award_fen: award, paid_fen: paid } = project;
  const timeShare = start === null || end === null ? null : shareOfTimeGone(rules.asOf, start, end);
  const progress = meanOf(indicators.flatMap(({ share }) => (share.known ? [share.share] : [])));
  const execution = ratioOf(paid, award);
  const budget = lightAt({ value: execution, reason: 'no_awards' }, timeShare, rules.lights);
  const expected = meanOf(indicators.flatMap((one) => expectedShare(one, project) ?? []));
  const goalPace = ratioOf(progress, expected);
  return {
    project,
    indicators,
    goal: worstLight(indicators.map(({ light }) => light.light)),
    progress,
    timeShare,
    expected,
    execution,
    budget,
    goalPace,
    gap: goalPace === null || budget.pace === null ? null : goalPace - budget.pace,
    reportOverdue: indicators.some(
      ({ light: { reason } }) => reason === 'report_overdue' || reason === 'no_report',
    ),
  };
}

/** Goals of every awarded project, in the order of the rows; a project without targets has none and is grey. */
export function goalsOf(
  projects: readonly AwardedRow[],
  rows: readonly ReportedRow[],
  rules: GoalRules,
): ProjectGoals[] {
  const cells = new CellIndex(rules.forms);
  const byProject = new Map<string, ReportedRow[]>();
  for (const row of rows) {
    const before = byProject.get(row.project_id);
    if (before) before.push(row);
    else byProject.set(row.project_id, [row]);
  }
  return projects.map((project) => {
    const own = byProject.get(project.project_id) ?? [];
    return projectGoals(
      project,
      own.map((row) => indicatorGoal(row, cells.of(row), project, rules)),
      rules,
    );
  });
}
