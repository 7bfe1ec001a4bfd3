import type { Fen } from '$lib/domain/money';
import type { LibraryMeta } from '$lib/domain/library';
import type { Engine } from '$lib/warehouse/engine';
import { numberIn } from '../figure';
import type { MeasureId } from '../measures/measure';
import { measureOf } from '../measures';
import { standingAt } from '../standing';
import type { ProjectRow, ProjectRowsRequest } from '../sql/project-rows';
import { projectRows, projectRowsTotal } from '../sql/project-rows';

export interface ProjectPageRequest extends Omit<ProjectRowsRequest, 'measure' | 'source'> {
  /** The figure whose rows are meant; null for every project in scope. */
  measureId: MeasureId | null;
}

/** A page of a list of projects, with what the whole list counts and adds up to. */
export interface ProjectPage {
  rows: ProjectRow[];
  rowCount: number;
  /** Sum of the contributions of all rows, in the figure's unit; null without a figure. */
  contributed: Fen | number | null;
}

/** Projects in scope, or those behind a figure, cut to a page. */
export async function loadProjectPage(
  engine: Engine,
  meta: LibraryMeta,
  request: ProjectPageRequest,
): Promise<ProjectPage> {
  const { measureId, ...rest } = request;
  const measure = measureId === null ? null : measureOf(measureId);
  const source = await standingAt(engine, meta, request.scope.asOf);
  const [rows, totals] = await Promise.all([
    engine.query<ProjectRow>(projectRows({ ...rest, source, measure })),
    engine.query(projectRowsTotal(source, request.scope, measure)),
  ]);
  const total = totals[0] ?? {};
  return { rows, rowCount: numberIn(total, 'row_count') ?? 0, contributed: numberIn(total, 'contributed') };
}
