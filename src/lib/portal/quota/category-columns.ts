import type { Snippet } from 'svelte';
import { m } from '$lib/i18n/paraglide/messages';
import type { Figures } from '$lib/metrics/figure';
import type { Filters } from '$lib/metrics/filters';
import type { Pace } from '$lib/metrics/pace';
import type { BudgetMeasure } from '$lib/metrics/views/category-rows';
import type { QuotaBasis } from '$lib/metrics/views/sub-quota-rows';
import type { Column } from '$lib/ui/table-columns';
import { measureLabel } from '../columns';
import { behindValue, cellOf } from '../open-value';

/** A row of the long table: an area, a category in it, or the total. */
export interface CategoryLine {
  key: string;
  kind: 'area' | 'in' | 'sum';
  label: string;
  owner: string | null;
  standard: string;
  href: string | null;
  scope: Partial<Filters>;
  isNotice: boolean;
  figures: Figures<BudgetMeasure>;
  pace: Pace;
  flag: { text: string; broken: boolean } | null;
}

type Cell = Snippet<[CategoryLine]>;

const measured = (
  id: BudgetMeasure,
  rank: 1 | 2 | 3,
  label = measureLabel(id),
  more: Partial<Column<CategoryLine>> = {},
): Column<CategoryLine> => ({
  key: id,
  label,
  rank,
  value: (line) => cellOf(id, line.figures[id], line.scope),
  sortBy: (line) => line.figures[id].value,
  ...more,
});

/** Columns of the 27 categories; without an award list the columns of awards and payments are left out. */
export function categoryColumns(
  basis: QuotaBasis,
  cells: { name: Cell; light: Cell; flag: Cell },
): Column<CategoryLine>[] {
  const head: Column<CategoryLine>[] = [
    { key: 'name', label: m.word_category(), align: 'start', cell: cells.name },
    {
      key: 'standard',
      label: m.col_standard(),
      align: 'start',
      text: (line) => line.standard,
      rank: 3,
      wrap: true,
      width: '12rem',
    },
    measured('quota', 2, m.col_quota()),
  ];
  const flag: Column<CategoryLine> = {
    key: 'flag',
    label: m.col_flag(),
    align: 'start',
    cell: cells.flag,
    blank: (line) => line.flag === null,
    rank: 2,
  };
  if (basis === 'applications') {
    return [
      ...head,
      measured('applications', 1),
      measured('application_quota_rate', 2),
      measured('requested', 2),
      measured('policy_ceiling', 3),
      measured('appropriation', 3),
      flag,
    ];
  }
  return [
    ...head,
    measured('awards', 1, m.col_awards()),
    measured('quota_headroom', 2, m.col_headroom()),
    measured('requested', 3, m.col_requested(), { hidden: 'print' }),
    measured('policy_ceiling', 3, m.col_ceiling(), { hidden: 'print' }),
    measured('appropriation', 3),
    measured('awarded', 2, m.col_award_money()),
    measured('paid', 2, m.col_paid()),
    measured('unpaid', 3, m.col_unpaid()),
    measured('execution_rate', 2, m.col_execution()),
    { key: 'behind', label: m.col_behind(), value: (line) => behindValue(line, line.scope), rank: 3 },
    {
      key: 'light',
      label: m.col_light(),
      align: 'start',
      cell: cells.light,
      blank: (line) => line.kind !== 'in',
      rank: 2,
    },
    flag,
  ];
}
