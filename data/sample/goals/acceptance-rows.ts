import { addDays, type IsoDate } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import { workday } from '../dates';
import { sampleFileId } from '../project-rows';
import type { Random } from '../random';
import { shares } from './goal-parameters';
import type { GoalMaker } from './project-goals';

/** A project that reaches less than this of its targets is weak. */
const weakBelow = 0.8;

/** What the checks of a project's acceptance came to by the as-of day: mostly passed at once. */
export function acceptanceRows(random: Random, { project, reach, asOf }: GoalMaker): Row<'acceptance'>[] {
  const {
    project_id,
    accepted_on: accepted,
    end_date: end,
    awarded_on: awarded,
    terminated_on: ended,
  } = project;
  const row = (accepted_on: IsoDate, result: string): Row<'acceptance'> => ({
    project_id,
    accepted_on,
    result,
    authority: null,
    note: null,
    source_file_id: sampleFileId,
    source_sheet: 'acceptance',
    source_row: null,
  });
  if (accepted !== null) {
    const before = workday(addDays(accepted, -random.whole(40, 90)));
    const wasDeferred = random.chance(shares.deferredFirst) && end !== null && before > end;
    return wasDeferred ? [row(before, 'deferred'), row(accepted, 'passed')] : [row(accepted, 'passed')];
  }
  const failed = reach < weakBelow ? shares.failed.weak : shares.failed.others;
  if (awarded === null || end === null || ended !== null || !random.chance(failed)) return [];
  const day = workday(addDays(end, random.whole(60, 200)));
  return day <= asOf && day > awarded ? [row(day, 'failed')] : [];
}
