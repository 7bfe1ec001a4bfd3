import { m } from '$lib/i18n/paraglide/messages';
import type { Stage } from '$lib/metrics/filters';
import type { ProjectRow } from '$lib/metrics/sql/project-rows';

const stageNames: Record<Stage, () => string> = {
  applied: m.stage_applied,
  dropped: m.stage_dropped,
  awarded: m.stage_awarded,
  paid: m.stage_paid,
  accepted: m.stage_accepted,
  terminated: m.stage_terminated,
};

/** Where a project stands, in words; an unknown stage is shown as it is. */
export const stageName = (stage: string): string =>
  stage in stageNames ? stageNames[stage as Stage]() : stage;

/** File, sheet and row that a project was read from. */
export const sourceCell = (row: ProjectRow): string =>
  [
    row.file_name ?? row.source_file_id,
    row.source_sheet,
    row.source_row === null ? null : m.word_row({ row: row.source_row }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
