import { inUnit, type Fen } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import { roundPoints, type Deduction, type Score, type ScoreLine } from '$lib/policy/scoring/score';
import { labelOf } from '../wording';
import { sheetRemarks, type SheetContext } from './sheet-remarks';
import type { GridCell, GridRow, GridSheet, GridTable } from './sheet-grid';

/** What stands beside a line of the score, in words. */
export interface LineWords {
  /** As signed, with its unit; the target of the year in brackets where the form asks for one. */
  target: string | null;
  /** Latest reported, with its unit. */
  actual: string | null;
  /** What the report says of a shortfall or of an excess. */
  note: string | null;
}

/** A project's score by one of its forms, with the words of its form. */
export interface ScoreSheetSource {
  projectName: string;
  recipient: string;
  /** Who put the project forward; null where no form says so. */
  authority: string | null;
  formId: string;
  score: Score;
  money: { budgetFen: Fen | null; paidFen: Fen | null };
  expectedGoal: string | null;
  /** By the key of the cell. */
  words: ReadonlyMap<string, LineWords>;
  deductions: readonly Deduction[];
  context: SheetContext;
}

const widths = [11, 11, 10, 16, 16, 14, 9, 9, 22];
const head = (value: string, changes: Partial<GridCell> = {}): GridCell => ({
  value,
  look: 'head',
  ...changes,
});
const figure = (value: number | null, format: GridCell['format'] = '0.00'): GridCell => ({
  value: value ?? '—',
  align: 'center',
  ...(format ? { format } : {}),
});
const text = (value: string | null, changes: Partial<GridCell> = {}): GridCell => ({
  value: value === null || value.trim() === '' ? '—' : value,
  ...changes,
});
const points = (value: number | null): GridCell => figure(value === null ? null : roundPoints(value));

/** How many indicators met their target, as the field 实际完成情况 says it. */
function reachedWords({ lines, execution }: Score): string {
  const met = lines.filter(({ answer }) => answer.known && answer.share === 1).length;
  const open = lines.filter(({ answer }) => !answer.known).length;
  const count = lines.length;
  const words = m.score_sheet_done({ count, met, short: count - met - open, open });
  if (execution.ratio === null) return words;
  return `${words} ${m.score_sheet_done_paid({ percent: (execution.ratio * 100).toFixed(2) })}`;
}

function headTable(source: ScoreSheetSource): GridTable {
  const { score, money, expectedGoal } = source;
  const wan = (fen: Fen | null) => figure(fen === null ? null : inUnit(fen, 'wanYuan'));
  const center = { align: 'center' } as const;
  return {
    repeated: 0,
    rows: [
      [
        head(m.score_sheet_project(), { across: 2 }),
        text(source.projectName, { across: 7, align: 'center' }),
      ],
      [
        head(m.score_sheet_authority(), { across: 2 }),
        text(source.authority, { across: 3, ...center }),
        head(m.score_sheet_recipient()),
        text(source.recipient, { across: 3, ...center }),
      ],
      [
        head(m.score_sheet_money(), { across: 2, down: 2 }),
        head(''),
        head(m.score_sheet_budget_initial()),
        head(m.score_sheet_budget()),
        head(m.score_sheet_paid()),
        head(m.score_sheet_weight()),
        head(m.score_sheet_rate()),
        head(m.score_sheet_points()),
      ],
      [
        head(m.score_sheet_money_total()),
        wan(money.budgetFen),
        wan(money.budgetFen),
        wan(money.paidFen),
        points(score.execution.weight),
        figure(score.execution.ratio, '0.00%'),
        points(score.execution.points),
      ],
      [
        head(m.score_sheet_goal(), { down: 2 }),
        head(m.score_sheet_goal_expected(), { across: 4 }),
        head(m.score_sheet_goal_reached(), { across: 4 }),
      ],
      [text(expectedGoal, { across: 4 }), text(reachedWords(score), { across: 4 })],
    ],
  };
}

/** What stands under 偏差原因分析及改进措施: the report's own words, or that they are missing. */
function reasonOf({ explain, answer }: ScoreLine, note: string | null): string {
  if (note !== null && note.trim() !== '') return note;
  if (!answer.known) return m.score_sheet_reason_unknown();
  if (explain === 'over') return m.score_sheet_reason_over();
  return explain === 'shortfall' ? m.score_sheet_reason_short() : '';
}

const levelsOf = ({ cell: { indicator } }: ScoreLine): [first: string, second: string] => [
  labelOf(indicator.level1.name),
  indicator.level2 ? labelOf(indicator.level2.name) : '—',
];

/** Name of the row, with that of its part where it asks for several things. */
const nameOf = ({ cell: { indicator, partId, measure } }: ScoreLine): string =>
  partId === null ? labelOf(measure.name) : `${labelOf(indicator.name)}：${labelOf(measure.name)}`;

/** Lengths of runs of equal names: how far each reaches down; 0 for a row that is covered. */
function runsOf(names: readonly string[]): number[] {
  const runs = names.map(() => 0);
  let start = 0;
  names.forEach((name, index) => {
    if (index > 0 && name !== names[start]) start = index;
    runs[start] = (runs[start] ?? 0) + 1;
  });
  return runs;
}

function indicatorRows({ score: { lines }, words }: ScoreSheetSource): GridRow[] {
  const levels = lines.map(levelsOf);
  const firstRuns = runsOf(levels.map(([first]) => first));
  const secondRuns = runsOf(levels.map((both) => both.join('\n')));
  return lines.map((line, index): GridRow => {
    const [first, second] = levels[index] ?? ['', ''];
    const [down, downSecond] = [firstRuns[index] ?? 0, secondRuns[index] ?? 0];
    const said = words.get(line.key);
    return [
      ...(down > 0 ? [text(first, { down, align: 'center' })] : []),
      ...(downSecond > 0 ? [text(second, { down: downSecond, align: 'center' })] : []),
      text(nameOf(line), { across: 2 }),
      text(said?.target ?? null, { align: 'center' }),
      text(said?.actual ?? null, { align: 'center' }),
      points(line.weight),
      points(line.points),
      { value: reasonOf(line, said?.note ?? null) },
    ];
  });
}

function indicatorTable(source: ScoreSheetSource): GridTable {
  const { score, deductions } = source;
  const heads = [
    head(m.score_sheet_level1()),
    head(m.score_sheet_level2()),
    head(m.score_sheet_level3(), { across: 2 }),
    head(m.score_sheet_target()),
    head(m.score_sheet_actual()),
    head(m.score_sheet_weight()),
    head(m.score_sheet_points()),
    head(m.score_sheet_reason()),
  ];
  const taken = deductions.map((one): GridRow => [
    head(m.score_deduction(), { across: 6 }),
    text(null, { align: 'center' }),
    points(-one.points),
    { value: one.reason },
  ]);
  const open = { least: score.least.toFixed(2), most: score.most.toFixed(2) };
  const total: GridRow = [
    head(m.score_sheet_total(), { across: 6, look: 'sum' }),
    { ...figure(100), look: 'sum' },
    score.points === null
      ? { value: m.score_between(open), look: 'sum', align: 'center' }
      : { ...points(score.points), look: 'sum' },
    { value: score.grade ? labelOf(score.grade.name) : m.score_sheet_open(), look: 'sum', align: 'center' },
  ];
  return { repeated: 1, rows: [heads, ...indicatorRows(source), ...taken, total] };
}

/**
 * A project's score by one form in the layout of a self-evaluation (项目支出绩效自评表). Money in 万元. What is not known
 * is “—”, never 0.
 */
export function scoreSheet(source: ScoreSheetSource): GridSheet {
  const { context, score, formId } = source;
  return {
    name: m.score_sheet_name({ form: formId }),
    title: m.score_sheet_title(),
    subtitle: m.score_sheet_year({ year: context.asOf.slice(0, 4) }),
    widths,
    tables: [headTable(source), indicatorTable(source)],
    remarks: [...sheetRemarks(context, score.variant), m.score_sheet_note_values()],
    landscape: false,
  };
}
