import type { Label } from '../../domain/label.ts';
import type { SourceRef } from '../rulebook.ts';
import { agreedKinds, type AgreedKind, type DeadlineBooks } from './deadline-rules.ts';
import type { DeadlineKind } from './deadline.ts';

/** What a kind of date rests on. */
export interface DeadlineClause {
  name: Label;
  source: SourceRef;
  /** The length is printed, or taken from practice. */
  basis: 'printed' | 'practice';
}

const isAgreed = (kind: DeadlineKind): kind is AgreedKind => agreedKinds.some((one) => one === kind);

/** Only the month for the acceptance file is printed in the agreement. */
const printedKinds: ReadonlySet<DeadlineKind> = new Set(['acceptance_file']);

function missing(kind: DeadlineKind): never {
  throw new RangeError(`no clause for ${kind}`);
}

/** The clause of a kind. @throws RangeError where the rules have none */
export function deadlineClause(
  kind: DeadlineKind,
  { rules, agreement, centres }: DeadlineBooks,
): DeadlineClause {
  if (isAgreed(kind)) {
    const duty = agreement.duties.find(({ id }) => id === rules.duties[kind]) ?? missing(kind);
    return { name: duty.name, source: duty.source, basis: printedKinds.has(kind) ? 'printed' : 'practice' };
  }
  const { reports, assessment } = centres;
  const dueKind = kind === 'centre_brief' ? 'working_days_after_half_year' : 'end_of_month';
  const row =
    kind === 'centre_assessment'
      ? assessment.cycles[0]
      : kind === 'centre_rectification'
        ? assessment.consequences.find(({ years }) => years !== null)
        : reports.find(({ due }) => due.kind === dueKind);
  const { name, source } = row ?? missing(kind);
  return { name, source, basis: 'printed' };
}
