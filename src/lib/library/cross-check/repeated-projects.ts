import { projectNameKey, type Applicant } from './applicants';
import type { CrossLog } from './cross-log';
import type { ProjectRecord } from './project-records';

const inYear = (record: ProjectRecord, year: number): boolean => record.project.guide_year === year;

/**
 * Projects that an applicant listed before: under a name that reads the same in the same year, or in an earlier
 * guide year. A second project of another name in one year is named too.
 */
export function nameRepeatedProjects({ records }: Applicant, log: CrossLog): void {
  if (records.length < 2) return;
  const seen = new Map<string, ProjectRecord[]>();
  const firstOfYear = new Map<number, ProjectRecord>();
  const inOrder = records.toSorted((a, b) => a.project.guide_year - b.project.guide_year);
  for (const record of inOrder) {
    const { project } = record;
    const key = projectNameKey(project.name);
    const same = seen.get(key) ?? [];
    const twin = same.find((other) => inYear(other, project.guide_year));
    const earlier = same.find((other) => !inYear(other, project.guide_year));
    const sibling = firstOfYear.get(project.guide_year);
    if (twin) tell(log, 'project_listed_again', record, twin);
    else if (sibling) tell(log, 'recipient_twice', record, sibling);
    if (earlier) tell(log, 'project_in_earlier_guide', record, earlier);
    seen.set(key, [...same, record]);
    if (!sibling) firstOfYear.set(project.guide_year, record);
  }
}

function tell(
  log: CrossLog,
  code: 'project_listed_again' | 'recipient_twice' | 'project_in_earlier_guide',
  { project }: ProjectRecord,
  { project: other }: ProjectRecord,
): void {
  const place = log.words(other);
  if (code === 'recipient_twice')
    log.add(code, project, 'recipient_name', { found: project.recipient_name, expected: place });
  else {
    const expected = code === 'project_listed_again' ? place : `${other.guide_year}年度 · ${place}`;
    log.add(code, project, 'name', { found: project.name, expected });
  }
}
