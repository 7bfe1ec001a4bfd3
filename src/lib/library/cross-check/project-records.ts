import type { LibraryRows, Row } from '$lib/domain/tables';

/** Everything that the library holds of one project. */
export interface ProjectRecord {
  project: Row<'project'>;
  awards: readonly Row<'award'>[];
  tranches: readonly Row<'tranche'>[];
  payments: readonly Row<'disbursement'>[];
  endings: readonly Row<'termination'>[];
  recoveries: readonly Row<'recovery'>[];
  acceptances: readonly Row<'acceptance'>[];
  forms: readonly Row<'target_form'>[];
  targets: readonly Row<'target'>[];
  progress: readonly Row<'progress'>[];
}

const none: readonly never[] = [];

function byProject<T extends { project_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  // Rows of a project mostly stand together: the last group is at hand.
  let lastId: string | null = null;
  let group: T[] = [];
  for (const row of rows) {
    const { project_id: id } = row;
    if (id !== lastId) {
      group = groups.get(id) ?? [];
      groups.set(id, group);
      lastId = id;
    }
    group.push(row);
  }
  return groups;
}

/** The library's rows, project by project, in the order of the projects. */
export function projectRecords(rows: LibraryRows): ProjectRecord[] {
  const awards = byProject(rows.award);
  const tranches = byProject(rows.tranche);
  const payments = byProject(rows.disbursement);
  const endings = byProject(rows.termination);
  const recoveries = byProject(rows.recovery);
  const acceptances = byProject(rows.acceptance);
  const forms = byProject(rows.target_form);
  const targets = byProject(rows.target);
  const progress = byProject(rows.progress);
  return rows.project.map((project) => {
    const { project_id: id } = project;
    return {
      project,
      awards: awards.get(id) ?? none,
      tranches: tranches.get(id) ?? none,
      payments: payments.get(id) ?? none,
      endings: endings.get(id) ?? none,
      recoveries: recoveries.get(id) ?? none,
      acceptances: acceptances.get(id) ?? none,
      forms: forms.get(id) ?? none,
      targets: targets.get(id) ?? none,
      progress: progress.get(id) ?? none,
    };
  });
}

/** The first day on which the project passed its acceptance, or null. */
export function acceptedOn({ project, acceptances }: ProjectRecord): string | null {
  const days = acceptances.flatMap(({ result, accepted_on: day }) => (result === 'passed' ? [day] : []));
  if (project.accepted_on !== null) days.push(project.accepted_on);
  return days.length > 0 ? days.reduce((first, day) => (day < first ? day : first)) : null;
}

/** True for a project that passed its acceptance, on whatever day. */
export const isAccepted = (record: ProjectRecord): boolean =>
  ['accepted', 'settled'].includes(record.project.status) || acceptedOn(record) !== null;

/** The day on which the project was terminated or withdrawn, or null. */
export const endedOn = ({ project, endings }: ProjectRecord): string | null =>
  endings.reduce<string | null>(
    (first, { terminated_on: day }) => (first === null || day < first ? day : first),
    project.terminated_on,
  );

/** True for a project that ended before its acceptance. */
export const hasEnded = (record: ProjectRecord): boolean =>
  ['terminated', 'withdrawn', 'recovered', 'rejected'].includes(record.project.status) ||
  endedOn(record) !== null;

export const isAwarded = ({ project }: ProjectRecord): boolean =>
  project.award_fen !== null || project.awarded_on !== null;

/** The row that tells the award: the latest decision, else the project's own row. */
export const awardRow = ({ project, awards }: ProjectRecord): Row<'award'> | Row<'project'> =>
  awards.find(({ awarded_on: day }) => day === project.awarded_on) ?? awards.at(-1) ?? project;
