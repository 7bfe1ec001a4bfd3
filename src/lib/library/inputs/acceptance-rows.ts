import type { Row } from '$lib/domain/tables';
import type { KnownProject } from './known-projects';
import type { InputRow } from './read-input-row';

/** The acceptance that a row tells, or null with a finding. */
export function acceptanceRow(
  row: InputRow,
  project: KnownProject,
): Omit<Row<'acceptance'>, 'source_file_id' | 'source_sheet' | 'source_row'> | null {
  const day = row.texts.get('accepted_on');
  const result = row.texts.get('result');
  if (day === undefined || result === undefined) return null;
  const { start_date: start } = project;
  if (start !== null && day < start) row.report('accepted_before_start', 'accepted_on', { expected: start });
  return {
    project_id: project.project_id,
    accepted_on: day,
    result,
    authority: row.texts.get('authority') ?? null,
    note: row.texts.get('note') ?? null,
  };
}
