import type { Finding } from '$lib/domain/finding';
import type { MoneyUnit } from '$lib/domain/money';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Category, Rulebook } from '$lib/policy/rulebook';
import { chooseCategory } from '../check/choose-category';
import { plausibleFen } from '../check/plausible-amounts';
import type { QuarantinedRow, WaitingCell } from '../import-result';
import { readAmount } from '../values/amount';
import { readDate } from '../values/date';
import { closestWords, type Named } from './closest-words';
import type { Correction } from './correct-rows';
import { addressWithCity } from './fix-place';
import { reopenedSummary } from './row-reading';
import { tidyDate } from './tidy-date';
import { tidyNumber } from './tidy-number';
import { waitingRowKey } from './waiting-row';

/** Why a value is offered; names its words in the messages. */
export type FixReason =
  | 'amount_tidied'
  | 'number_tidied'
  | 'date_tidied'
  | 'month_either'
  | 'category_closest'
  | 'choice_closest'
  | 'city_recognised'
  | 'yuan_meant'
  | 'known_name';

/** A value that may stand in a faulty cell. */
export interface Suggestion {
  /** A1-style address. */
  cell: string;
  value: string;
  reason: FixReason;
  /** True where it says the same in the usual way; false where a person must decide. */
  safe: boolean;
}

export interface FixContext {
  rulebook: Rulebook;
  tables: readonly InputTable[];
}

type Offer = Omit<Suggestion, 'cell'>;
type Fixer = (cell: WaitingCell, row: QuarantinedRow, finding: Finding, context: FixContext) => Offer[];

const unitFor = ({ reading }: QuarantinedRow, { column }: WaitingCell): MoneyUnit =>
  reading?.units[column] ?? 'wanYuan';

const fixAmount: Fixer = (cell, row) => {
  const value = tidyNumber(cell.value);
  const read = readAmount(value, unitFor(row, cell));
  const changed = value !== cell.value && read.kind === 'value';
  return changed ? [{ value, reason: 'amount_tidied', safe: true }] : [];
};

const plainNumber = /^\d+(?:\.\d+)?$/;

const fixNumber: Fixer = (cell) => {
  const value = tidyNumber(cell.value);
  const changed = value !== cell.value && plainNumber.test(value);
  return changed ? [{ value, reason: 'number_tidied', safe: true }] : [];
};

/** 元 typed where 万元 belong is the usual slip, and no machine can tell: it is offered, never taken. */
const fixSize: Fixer = (cell, row) => {
  if (unitFor(row, cell) === 'yuan') return [];
  const value = `${cell.value}元`;
  const read = readAmount(value, 'wanYuan');
  const plausible = read.kind === 'value' && Math.abs(read.value) <= plausibleFen(cell.column);
  return plausible ? [{ value, reason: 'yuan_meant', safe: false }] : [];
};

const fixDate: Fixer = (cell) => {
  const value = tidyDate(cell.value);
  if (value === null || readDate(value, 'start').kind !== 'value') return [];
  return [{ value, reason: 'date_tidied', safe: true }];
};

const eitherMonth: Fixer = ({ value }) => {
  const year = /^(\d{4})\.1$/.exec(value)?.[1];
  if (year === undefined) return [];
  return ['01', '10'].map((month) => ({ value: `${year}-${month}`, reason: 'month_either', safe: false }));
};

const namesOf = ({ name, shortName, aliases, variants }: Category): string[] => [
  name.zh,
  shortName.zh,
  ...aliases,
  ...variants.flatMap((variant) => [variant.name.zh, ...variant.aliases]),
];

const fixCategory: Fixer = (cell, row, _finding, { rulebook }) => {
  const { reading } = row;
  if (reading?.kind !== 'summary') return [];
  const categories = rulebook.guides
    .find(({ year }) => year === reading.guideYear)
    ?.categories.filter(({ areaId }) => reading.areaId === null || areaId === reading.areaId);
  // A type is a choice of its own: of a category with types only the text itself can tell which.
  const named = (categories ?? []).map((thing): Named<Category> => ({ thing, words: namesOf(thing) }));
  const closest = closestWords(cell.value, named);
  if (!closest) return [];
  const { category, sure } = { category: closest.thing, sure: closest.sure };
  const value = category.name.zh;
  const { context } = reopenedSummary(rulebook, reading, row.cells);
  if (chooseCategory(context, value).kind !== 'found') return [];
  return [{ value, reason: 'category_closest', safe: sure && category.variants.length === 0 }];
};

const fixChoice: Fixer = (cell, { reading }, _finding, { tables }) => {
  if (reading?.kind !== 'input') return [];
  const column = tables
    .find(({ id }) => id === reading.tableId)
    ?.columns.find(({ field }) => field === cell.column);
  const options = (column?.options ?? []).map(({ words }): Named<string> => ({
    thing: words[0] ?? '',
    words,
  }));
  const closest = closestWords(cell.value, options);
  return closest ? [{ value: closest.thing, reason: 'choice_closest', safe: closest.sure }] : [];
};

const fixPlace: Fixer = (cell, { file }, _finding, { rulebook }) => {
  const value = cell.value === '' ? null : addressWithCity(rulebook, cell.value, file);
  return value === null ? [] : [{ value, reason: 'city_recognised', safe: true }];
};

/** The number names a project and the words another: one of the two is wrong. */
const fixName: Fixer = (_cell, _row, { expected }) =>
  expected === null || expected.endsWith('…') ? [] : [{ value: expected, reason: 'known_name', safe: false }];

const fixers: Readonly<Record<string, Fixer>> = {
  amount_not_number: fixAmount,
  amount_absurd: fixSize,
  number_not_read: fixNumber,
  date_not_read: fixDate,
  date_ambiguous: eitherMonth,
  category_unknown: fixCategory,
  choice_unknown: fixChoice,
  region_undetermined: fixPlace,
  project_name_differs: fixName,
  body_name_differs: fixName,
};

/**
 * Values that would heal the faulty cells of a waiting row. Safe ones say the same thing in the usual way (marks, width,
 * brackets, one slip in a category's name, the city of a county); whatever changes a meaning (元 for 万元) is only offered.
 */
export function suggestFixes(row: QuarantinedRow, context: FixContext): Suggestion[] {
  if (!row.reading) return [];
  return row.findings.flatMap((finding) => {
    const cell = row.cells.find((one) => one.cell === finding.cell);
    const fixer = fixers[finding.code];
    if (!cell || !fixer || finding.severity !== 'error') return [];
    return fixer(cell, row, finding, context).map((offer) => ({ cell: cell.cell, ...offer }));
  });
}

/** All safe fixes of these rows. */
export const safeCorrections = (rows: readonly QuarantinedRow[], context: FixContext): Correction[] =>
  rows.flatMap((row) =>
    suggestFixes(row, context)
      .filter(({ safe }) => safe)
      .map(({ cell, value }) => ({ row: waitingRowKey(row), cell, value })),
  );
