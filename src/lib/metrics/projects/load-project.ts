import type { IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { loadRecord, type ProjectRecord } from '../project-record/load-record';
import type { MetricsContext } from '../scope';
import { scopeOf } from '../scope';
import { standingAt } from '../standing';
import {
  madePayments,
  madeRecoveries,
  neighbourRows,
  plannedPayments,
  projectFile,
  projectRow,
  projectStanding,
} from './project-sql';

/** How a project stood at the end of the as-of day. */
export type ProjectStanding = {
  stage: string;
  is_application: boolean;
  is_awarded: boolean;
  is_terminated: boolean;
  place_adcode: string;
  cluster_key: string;
  award_fen: Fen | null;
  paid_fen: Fen;
  unpaid_fen: Fen | null;
  recovered_fen: Fen;
};

export type PlannedPayment = Pick<Row<'tranche'>, 'sequence' | 'kind' | 'planned_fen' | 'planned_on'>;
export type MadePayment = Pick<
  Row<'disbursement'>,
  'sequence' | 'paid_fen' | 'paid_on' | 'source_sheet' | 'source_row'
> & { file_name: string };
export type MadeRecovery = Pick<Row<'recovery'>, 'recovered_fen' | 'recovered_on'>;

export type ProjectNeighbour = {
  project_id: string;
  name: string;
  guide_year: number;
  category_id: string;
  stage: string;
  place_adcode: string;
  requested_fen: Fen | null;
  award_fen: Fen | null;
};

/** One project with everything the library knows of it by the as-of day. */
export interface ProjectView {
  asOf: IsoDate;
  row: Row<'project'>;
  standing: ProjectStanding;
  file: Pick<Row<'source_file'>, 'name' | 'kind' | 'compiled_on'> | null;
  planned: PlannedPayment[];
  payments: MadePayment[];
  recoveries: MadeRecovery[];
  neighbours: ProjectNeighbour[];
  record: ProjectRecord;
}

/** A project by its number, or null where the library has none of this number. */
export async function loadProject(
  engine: Engine,
  { meta }: MetricsContext,
  filters: Filters,
  id: string,
): Promise<ProjectView | null> {
  const { asOf } = scopeOf(filters, meta);
  const [row] = await engine.query<Row<'project'>>(projectRow(id));
  if (!row) return null;
  const kept = await standingAt(engine, meta, asOf);
  const [[standing], [file], planned, payments, recoveries, neighbours, record] = await Promise.all([
    engine.query<ProjectStanding>(projectStanding(kept, id)),
    engine.query<Pick<Row<'source_file'>, 'name' | 'kind' | 'compiled_on'>>(projectFile(id)),
    engine.query<PlannedPayment>(plannedPayments(id)),
    engine.query<MadePayment>(madePayments(id, asOf)),
    engine.query<MadeRecovery>(madeRecoveries(id, asOf)),
    engine.query<ProjectNeighbour>(neighbourRows(kept, id)),
    loadRecord(engine, id, asOf),
  ]);
  if (!standing) throw new Error(`project ${id} has a row but no facts for ${asOf}`);
  return { asOf, row, standing, file: file ?? null, planned, payments, recoveries, neighbours, record };
}
