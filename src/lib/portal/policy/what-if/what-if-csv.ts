import { labelOf, unitName } from '$lib/briefing/wording';
import { showIn, type Fen } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import type { BeforeAfter, QuotaUse, WhatIfView } from '$lib/metrics/what-if/what-if-view';
import { fileName, saveCsv, type CsvCell } from '$lib/ui/download';
import { categoryLines, clusterLines, itemFigures, placeLines, type GroupLine } from './group-lines';
import { keyLines } from './key-lines';
import { directionWords, itemWords, placeWords, whyWords } from './move-words';
import {
  comparedFigures,
  differenceOf,
  isMoney,
  measureIds,
  measureName,
  type CoveredFigures,
} from './shown-measures';

/** 元 with two decimals as a plain number, so that a spreadsheet can add it up; missing stays empty. */
const inYuan = (amount: Fen | null): CsvCell =>
  amount === null ? null : Number(showIn(amount, 'yuan', 2).replaceAll(',', '').replace('\u2212', '-'));

const threeHeads = (name: string): string[] =>
  [m.what_if_guide(), m.what_if_draft(), m.what_if_difference()].map((side) =>
    m.what_if_csv_head({ name, side }),
  );

const threeCells = (values: BeforeAfter<number | null>, cell: (value: number | null) => CsvCell): CsvCell[] =>
  [values.before, values.after, differenceOf(values)].map(cell);

const plain = (value: number | null): CsvCell => value;

/** Every measure before, after and their difference, and what the sums leave out. */
function groupHead(label: string): CsvCell[] {
  const measures = measureIds.flatMap((id) => [
    ...threeHeads(isMoney(id) ? `${measureName(id)} (${unitName('yuan')})` : measureName(id)),
    ...(isMoney(id) ? [m.what_if_csv_left_out({ name: measureName(id) })] : []),
  ]);
  return [label, m.what_if_applicants(), ...measures, m.what_if_col_out(), m.what_if_col_in()];
}

function groupCells(label: string, figures: CoveredFigures): CsvCell[] {
  const measures = measureIds.flatMap((id) => {
    const found = comparedFigures(figures, id);
    return isMoney(id) ? [...threeCells(found, inYuan), found.leftOut] : threeCells(found, plain);
  });
  const isCovered = figures.covered !== false;
  const count = (value: number) => (isCovered ? value : null);
  return [label, count(figures.applicants), ...measures, count(figures.fallsOut), count(figures.comesIn)];
}

const groupTable = (label: string, lines: readonly GroupLine[]): CsvCell[][] => [
  groupHead(label),
  ...lines.flatMap((line) => (line.figures ? [groupCells(line.label, line.figures)] : [])),
];

function categoryTable(view: WhatIfView): CsvCell[][] {
  const quotas = new Map<string, BeforeAfter<QuotaUse> | null>([
    ...view.categories.map(({ categoryId, quota }) => [categoryId, quota] as const),
    ['total', view.totalQuota],
  ]);
  const lines = categoryLines(view).filter(({ figures }) => figures !== null);
  const [head = [], ...rows] = groupTable(m.word_category(), lines);
  const cells = (key: string): CsvCell[] => {
    const quota = quotas.get(key);
    const side = (of: (use: QuotaUse) => number | null) =>
      quota ? threeCells({ before: of(quota.before), after: of(quota.after) }, plain) : [null, null, null];
    return [...side((use) => use.quota), ...side((use) => use.headroom)];
  };
  return [
    [...head, ...threeHeads(m.col_quota()), ...threeHeads(m.what_if_headroom())],
    ...rows.map((row, index) => [...row, ...cells(lines[index]?.key ?? '')]),
  ];
}

function figuresTable(view: WhatIfView): CsvCell[][] {
  const table = (name: string, figures: CoveredFigures, quota: BeforeAfter<QuotaUse> | null): CsvCell[][] =>
    keyLines(figures, quota).map(({ label, compared, note }) => [
      name,
      compared.kind === 'money' ? `${label} (${unitName('yuan')})` : label,
      ...threeCells(compared, compared.kind === 'money' ? inYuan : plain),
      note,
    ]);
  return [
    [
      m.word_category(),
      m.word_measure(),
      m.what_if_guide(),
      m.what_if_draft(),
      m.what_if_difference(),
      m.what_if_col_note(),
    ],
    ...table(m.word_total(), view.total, view.totalQuota),
    ...view.categories
      .filter(({ changed }) => changed)
      .flatMap((row) => table(labelOf(row.shortName), itemFigures(row), row.quota)),
  ];
}

const movesTable = (view: WhatIfView): CsvCell[][] => [
  [
    m.what_if_col_move(),
    m.word_project_id(),
    m.word_project(),
    m.word_recipient(),
    m.word_category(),
    m.word_place(),
    m.what_if_col_why(),
    `${m.what_if_col_award()} (${unitName('yuan')})`,
  ],
  ...view.moves.map((move): CsvCell[] => [
    directionWords(move),
    move.projectId,
    move.name,
    move.recipient,
    itemWords(move),
    placeWords(move),
    whyWords(move),
    move.awarded ? inYuan(move.awardFen) : null,
  ]),
];

const tables = {
  figures: { name: m.what_if_table_figures, rows: figuresTable },
  categories: { name: m.what_if_table_categories, rows: categoryTable },
  places: {
    name: m.what_if_table_places,
    rows: (view: WhatIfView) => groupTable(m.word_place(), placeLines(view)),
  },
  clusters: {
    name: m.what_if_table_clusters,
    rows: (view: WhatIfView) => groupTable(m.word_cluster(), clusterLines(view)),
  },
  moves: { name: m.what_if_table_moves, rows: movesTable },
};
export type WhatIfTable = keyof typeof tables;

/**
 * A table for a file: a first line that says what it is (and 演示数据 where true), which changes it stands on, a head,
 * then the rows. Money in 元; what is missing stays empty, it is not 0.
 */
export function whatIfCsv(view: WhatIfView, table: WhatIfTable, title: string): CsvCell[][] {
  const mark = view.isSample ? m.frame_sample() : m.frame_own();
  const about = [mark, view.draft.name, title, m.what_if_as_of({ day: view.asOf })].join(' · ');
  return [[about], ...tables[table].rows(view)];
}

/** Saves a table of the answer. */
export const exportTable = (view: WhatIfView, table: WhatIfTable, title: string): void =>
  saveCsv(
    fileName([m.frame_brand(), view.draft.name, tables[table].name()], 'csv'),
    whatIfCsv(view, table, title),
  );
