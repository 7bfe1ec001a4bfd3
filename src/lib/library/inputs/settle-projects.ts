import type { IsoDate } from '$lib/domain/calendar';
import { projectStatuses, type ProjectStatus } from '$lib/domain/library';
import type { LibraryRows, Row } from '$lib/domain/tables';

/** Tables that say how far projects have come. */
export type StandingRows = Pick<
  LibraryRows,
  'award' | 'disbursement' | 'acceptance' | 'termination' | 'recovery'
>;

type Project = Row<'project'>;

/** What the tables say of one project. */
interface Standing {
  award: Row<'award'> | null;
  paidFen: number;
  acceptedOn: IsoDate | null;
  termination: Row<'termination'> | null;
  recovered: boolean;
}

const nothing: Readonly<Standing> = {
  award: null,
  paidFen: 0,
  acceptedOn: null,
  termination: null,
  recovered: false,
};

const later = (one: IsoDate | null, other: IsoDate): IsoDate => (one === null || other > one ? other : one);

function standingsOf(rows: StandingRows): Map<string, Standing> {
  const standings = new Map<string, Standing>();
  const of = (id: string): Standing => {
    const known = standings.get(id) ?? { ...nothing };
    standings.set(id, known);
    return known;
  };
  for (const award of rows.award) {
    const standing = of(award.project_id);
    if (standing.award === null || award.awarded_on > standing.award.awarded_on) standing.award = award;
  }
  for (const { project_id: id, paid_fen: paid } of rows.disbursement) of(id).paidFen += paid;
  for (const { project_id: id, result, accepted_on: day } of rows.acceptance)
    if (result === 'passed') of(id).acceptedOn = later(of(id).acceptedOn, day);
  for (const termination of rows.termination) {
    const standing = of(termination.project_id);
    if (standing.termination === null || termination.terminated_on > standing.termination.terminated_on)
      standing.termination = termination;
  }
  for (const { project_id: id } of rows.recovery) of(id).recovered = true;
  return standings;
}

/** A summary table knows nothing of what came after the admission: what was known of the project stays. */
function withEarlier(project: Project, earlier: Project | undefined): Project {
  if (!earlier || project === earlier || project.status !== 'admitted') return project;
  return {
    ...project,
    status: earlier.status,
    subsidy_base_fen: project.subsidy_base_fen ?? earlier.subsidy_base_fen,
    awarded_on: project.awarded_on ?? earlier.awarded_on,
    award_fen: project.award_fen ?? earlier.award_fen,
    accepted_on: project.accepted_on ?? earlier.accepted_on,
    terminated_on: project.terminated_on ?? earlier.terminated_on,
  };
}

/** Takes back what the earlier rows had said and no row says any more. */
function withoutGone(project: Project, before: Standing, now: Standing): Project {
  const award = before.award !== null && now.award === null;
  const acceptance = before.acceptedOn !== null && now.acceptedOn === null;
  const termination = before.termination !== null && now.termination === null;
  if (!award && !acceptance && !termination) return project;
  return {
    ...project,
    status: 'admitted',
    ...(award ? { awarded_on: null, award_fen: null } : {}),
    ...(acceptance ? { accepted_on: null } : {}),
    ...(termination ? { terminated_on: null } : {}),
  };
}

function statusOf(project: Project, { paidFen, termination, recovered }: Standing): ProjectStatus | null {
  if (project.terminated_on !== null) {
    if (recovered) return 'recovered';
    return termination?.kind === 'withdrawn' ? 'withdrawn' : 'terminated';
  }
  const { award_fen: award, accepted_on: accepted } = project;
  if (award === null) return accepted === null ? null : 'accepted';
  if (accepted !== null) return paidFen >= award && award > 0 ? 'settled' : 'accepted';
  return paidFen > 0 ? 'first_tranche_paid' : 'awarded';
}

const stepOf = (status: string): number => projectStatuses.findIndex((one) => one === status);
const lastStep = stepOf('settled');

/** A project never goes back by what is merely not told; its end stands above all steps. */
function furthest(status: string, told: ProjectStatus | null): string {
  if (told === null) return status;
  if (stepOf(told) > lastStep) return stepOf(status) > lastStep && told === 'terminated' ? status : told;
  return stepOf(status) > lastStep || stepOf(status) >= stepOf(told) ? status : told;
}

function settled(project: Project, now: Standing): Project {
  const { award, acceptedOn, termination } = now;
  const told: Project = {
    ...project,
    awarded_on: award?.awarded_on ?? project.awarded_on,
    award_fen: award?.award_fen ?? project.award_fen,
    accepted_on: acceptedOn ?? project.accepted_on,
    terminated_on: termination?.terminated_on ?? project.terminated_on,
  };
  return { ...told, status: furthest(project.status, statusOf(told, now)) };
}

export interface Settling {
  projects: readonly Project[];
  /** The projects before the import. */
  earlier: readonly Project[];
  before: StandingRows;
  now: StandingRows;
}

/**
 * Projects with award, acceptance, end and status as the tables of awards, payments, acceptances, terminations and
 * recoveries tell them. What no table tells stays as it is; what a file had told that is gone is taken back.
 */
export function settleProjects({ projects, earlier, before, now }: Settling): Project[] {
  const [told, gone] = [standingsOf(now), standingsOf(before)];
  const byId = new Map(earlier.map((project) => [project.project_id, project]));
  return projects.map((fresh) => {
    const { project_id: id } = fresh;
    const project = withEarlier(fresh, byId.get(id));
    const [standing, was] = [told.get(id), gone.get(id)];
    if (!standing && !was) return project;
    return settled(withoutGone(project, was ?? nothing, standing ?? nothing), standing ?? nothing);
  });
}
