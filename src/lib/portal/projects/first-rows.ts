import type { ListedProject } from '$lib/metrics/projects/list-sql';
import { summarise, type ListSummary } from '$lib/metrics/projects/list-summary';
import { loadProjectList } from '$lib/metrics/projects/load-list';
import type { Filters } from '$lib/metrics/filters';
import type { MetricsContext } from '$lib/metrics/scope';
import type { SortState } from '$lib/ui/table-columns';
import type { Engine } from '$lib/warehouse/engine';
import { sortRowNumbers } from './sort-projects';

/** The head of the list with what the whole of it comes to: what stands in the page before any script runs. */
export interface FirstRows {
  rows: ListedProject[];
  summary: ListSummary;
}

const shownAtFirst = 40;

/** The order of a list for which the reader has wished none: the largest awards, before any the largest requests. */
export const usualSort = ({ awards }: ListSummary): SortState => ({
  key: (awards ?? 0) > 0 ? 'award' : 'requested',
  direction: 'descending',
});

export async function loadFirstRows(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
): Promise<FirstRows> {
  const columns = await loadProjectList(engine, context, filters);
  if (!columns) throw new Error('the list was not loaded to its end');
  const all = Array.from({ length: columns.length }, (_, row) => row);
  const summary = summarise(columns, all, context.meta);
  const { key, direction } = usualSort(summary);
  const values = columns.column(key === 'award' ? 'award_fen' : 'requested_fen');
  const first = sortRowNumbers(all, values, direction).slice(0, shownAtFirst);
  return { rows: first.map((row) => columns.at(row)), summary };
}
