import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import type { MetricsContext } from '../scope';
import { scopeOf } from '../scope';
import { standingAt } from '../standing';
import { listRows, type ListedProject } from './list-sql';
import { ProjectColumns } from './project-columns';

/** Rows asked for at a time: few enough that taking them over does not hold the page up. */
export const rowsAtATime = 10_000;

export interface ListProgress {
  /** False stops the loading after the part under way: nobody waits for it any more. */
  isWanted?: () => boolean;
  /** After each part: how many rows are there. */
  onRows?: (loaded: number) => void;
  limit?: number;
}

/** All projects in scope, in parts; null when nobody wanted the rest. */
export async function loadProjectList(
  engine: Engine,
  { meta }: MetricsContext,
  filters: Filters,
  { isWanted = () => true, onRows, limit = rowsAtATime }: ListProgress = {},
): Promise<ProjectColumns | null> {
  const scope = scopeOf(filters, meta);
  const source = await standingAt(engine, meta, scope.asOf);
  const columns = new ProjectColumns();
  let after = '';
  for (;;) {
    const rows = await engine.query<ListedProject>(listRows({ source, scope, after, limit }));
    if (!isWanted()) return null;
    columns.append(rows);
    onRows?.(columns.length);
    const last = rows.at(-1);
    if (!last || rows.length < limit) return columns;
    after = last.project_id;
  }
}
