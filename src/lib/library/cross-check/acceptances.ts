import type { CrossLog } from './cross-log';
import { endedOn, type ProjectRecord } from './project-records';

/** An acceptance that a project passed after it had been terminated or withdrawn. */
export function nameAcceptances(record: ProjectRecord, log: CrossLog): void {
  const ended = endedOn(record);
  if (ended === null) return;
  for (const acceptance of record.acceptances) {
    const { result, accepted_on: day } = acceptance;
    if (result !== 'passed' || day <= ended) continue;
    log.add('accepted_after_ending', acceptance, 'accepted_on', { found: day, expected: ended });
  }
}
