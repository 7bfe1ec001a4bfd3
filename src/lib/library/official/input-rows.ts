import type { LibraryRows, Row } from '$lib/domain/tables';
import type { InputTableId } from '$lib/policy/inputs/input-table';
import type { TableRow } from '../package/table-columns';
import { grouped } from './official-book';

/**
 * The rows that each table beside the summary tables is written from, under the names of that table's columns.
 * Progress has layouts of its own.
 */

/** Awards as decided; a project that only its own columns call awarded has one without a document. */
export function awardsOf({ award, project }: Pick<LibraryRows, 'award' | 'project'>) {
  const decided = new Set(award.map(({ project_id: id }) => id));
  const bare = project.flatMap(({ project_id, award_fen, awarded_on }) =>
    award_fen === null || awarded_on === null || decided.has(project_id)
      ? []
      : [{ project_id, award_fen, awarded_on, document: null }],
  );
  return [...award, ...bare];
}

/** Endings as reported; a project that only its own columns call ended has one without a reason. */
export function terminationsOf({ termination, project }: Pick<LibraryRows, 'termination' | 'project'>) {
  const told = new Set(termination.map(({ project_id: id }) => id));
  const bare = project.flatMap(({ project_id, terminated_on, status }) =>
    terminated_on === null || told.has(project_id)
      ? []
      : [
          {
            project_id,
            terminated_on,
            kind: status === 'withdrawn' ? 'withdrawn' : 'terminated',
            reason: null,
          },
        ],
  );
  return [...termination, ...bare];
}

/** An award's line holds its two planned payments; a second award of a project has none. */
function awardLines(rows: LibraryRows): TableRow[] {
  const plans = grouped(rows.tranche, ({ project_id: id }) => id);
  return awardsOf(rows).map((award) => {
    const planned = plans.get(award.project_id) ?? [];
    plans.delete(award.project_id);
    const first = planned.find(({ sequence }) => sequence === 1);
    const final = planned.find(({ sequence }) => sequence === 2);
    return {
      ...award,
      first_fen: first?.planned_fen ?? null,
      first_on: first?.planned_on ?? null,
      final_fen: final?.planned_fen ?? null,
      final_on: final?.planned_on ?? null,
    };
  });
}

const factoryKind = 'benchmark-factory';
const industryFact = 'factory_industry_kind';

function platformLines(rows: LibraryRows, isFactory: boolean): TableRow[] {
  const industries = new Map(
    rows.platform_metric
      .filter(({ fact_id: id }) => id === industryFact)
      .map(({ platform_id, value_text }) => [platform_id, value_text]),
  );
  return rows.platform
    .filter(({ kind }) => (kind === factoryKind) === isFactory)
    .map((platform) => ({
      ...platform,
      platform_name: platform.name,
      industry_kind: industries.get(platform.platform_id) ?? null,
    }));
}

/** The industry of a factory stands in the table of factories already. */
function metricLines({ platform, platform_metric: metrics }: LibraryRows): TableRow[] {
  const bodies = new Map(platform.map((body) => [body.platform_id, body]));
  return metrics.flatMap((metric) => {
    const body = bodies.get(metric.platform_id);
    if (body?.kind === factoryKind && metric.fact_id === industryFact) return [];
    return [{ ...metric, platform_name: body?.name ?? null, operator: body?.operator ?? null }];
  });
}

function centreLines(
  { centre }: LibraryRows,
  list: readonly (TableRow & { centre_id: string })[],
): TableRow[] {
  const names = new Map(centre.map(({ centre_id: id, name }) => [id, name]));
  return list.map((row) => ({ ...row, centre_name: names.get(row.centre_id) ?? null }));
}

const nothing = (): TableRow[] => [];

/** Rows of each table, as records by the table's own columns. */
export const inputRows: Record<InputTableId, (rows: LibraryRows) => readonly TableRow[]> = {
  awards: awardLines,
  disbursements: (rows) => rows.disbursement,
  acceptances: (rows) => rows.acceptance,
  terminations: (rows) => terminationsOf(rows),
  recoveries: (rows) => rows.recovery,
  appropriations: (rows) => rows.appropriation,
  progress: nothing,
  'progress-by-quarter': nothing,
  checklists: (rows) => rows.checklist,
  centres: ({ centre }) => centre.map((row: Row<'centre'>) => ({ ...row, centre_name: row.name })),
  'centre-facts': (rows) => centreLines(rows, rows.centre_fact),
  'centre-assessments': (rows) => centreLines(rows, rows.centre_assessment),
  'centre-reports': (rows) => centreLines(rows, rows.centre_report),
  platforms: (rows) => platformLines(rows, false),
  'benchmark-factories': (rows) => platformLines(rows, true),
  'platform-facts': metricLines,
  // The same rows as in the long table.
  'platform-facts-across': nothing,
};
