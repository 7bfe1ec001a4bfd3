import { addMonths, type IsoDate } from '../../domain/calendar.ts';
import { acceptedBy } from './acceptance-authority.ts';
import type { DeadlineBooks } from './deadline-rules.ts';
import { done, open, undetermined, type Deadline, type Standing } from './deadline.ts';
import type { FinalPayment, ProjectFacts } from './project-facts.ts';

const one = (
  project: ProjectFacts,
  kind: Deadline['kind'],
  rest: Standing & Pick<Deadline, 'period' | 'dueOn' | 'responsible' | 'moneyFen'>,
): Deadline => ({
  id: `${kind}/${project.projectId}`,
  kind,
  subjectId: project.projectId,
  isVerified: true,
  ...rest,
});

const checkReason = { deferred: 'acceptance_deferred', failed: 'acceptance_failed' } as const;

function acceptanceStanding(
  project: ProjectFacts,
  dueOn: IsoDate | null,
  asOf: IsoDate,
  books: DeadlineBooks,
): Standing {
  if (project.acceptedOn !== null) return done(project.acceptedOn);
  if (!project.knowsAcceptance) return undetermined('no_acceptance_data');
  if (dueOn === null) return undetermined('no_end_date');
  const reason = project.failedCheck === null ? null : checkReason[project.failedCheck];
  return open(dueOn, asOf, books.rules.dueSoonDays, reason);
}

function acceptance(project: ProjectFacts, asOf: IsoDate, books: DeadlineBooks): Deadline {
  const { endDate, awardFen } = project;
  // Nobody can be asked to be accepted before the award.
  const from = endDate === null || endDate > project.awardedOn ? endDate : project.awardedOn;
  const dueOn = from === null ? null : addMonths(from, books.rules.acceptanceMonths);
  const standing = acceptanceStanding(project, dueOn, asOf, books);
  const responsible = acceptedBy(books, awardFen);
  return one(project, 'acceptance', { ...standing, period: from, dueOn, responsible, moneyFen: awardFen });
}

const isPaid = ({ plannedFen, paidFen }: FinalPayment): boolean =>
  paidFen !== null && paidFen > 0 && (plannedFen === null || paidFen >= plannedFen);

/** Months that the agreement prints for the acceptance file; other units are not used there. */
function fileMonths({ agreement, rules }: DeadlineBooks): number {
  const due = agreement.duties.find(({ id }) => id === rules.duties.acceptance_file)?.due;
  if (due?.kind !== 'within' || due.unit.id !== 'month')
    throw new RangeError(`the agreement prints no months for ${rules.duties.acceptance_file}`);
  return due.value;
}

function acceptanceFile(
  project: ProjectFacts,
  acceptedOn: IsoDate,
  asOf: IsoDate,
  books: DeadlineBooks,
): Deadline {
  const dueOn = addMonths(acceptedOn, fileMonths(books));
  const ahead = open(dueOn, asOf, books.rules.dueSoonDays);
  const isSettled = project.finalPayment !== null && isPaid(project.finalPayment);
  const standing = isSettled
    ? done(null, 'closed_by_payment')
    : ahead.state === 'overdue'
      ? undetermined('file_not_recorded')
      : ahead;
  return one(project, 'acceptance_file', {
    ...standing,
    period: acceptedOn,
    dueOn,
    responsible: 'undertaker',
    moneyFen: project.awardFen,
  });
}

/** What is left of the planned amount; the whole of it where nothing was paid. */
const leftOf = ({ plannedFen, paidFen }: FinalPayment): number | null =>
  plannedFen === null ? null : Math.max(0, plannedFen - (paidFen ?? 0));

function finalPayment(
  project: ProjectFacts,
  payment: FinalPayment,
  acceptedOn: IsoDate,
  asOf: IsoDate,
  { rules }: DeadlineBooks,
): Deadline {
  const term = addMonths(acceptedOn, rules.finalPaymentMonths);
  const dueOn = payment.plannedOn !== null && payment.plannedOn > term ? payment.plannedOn : term;
  const standing = isPaid(payment)
    ? done(payment.paidOn)
    : payment.paidFen === null
      ? undetermined('no_payment_data')
      : payment.plannedFen === null
        ? undetermined('no_award_amount')
        : open(dueOn, asOf, rules.dueSoonDays);
  return one(project, 'final_payment', {
    ...standing,
    period: acceptedOn,
    dueOn,
    responsible: 'province',
    moneyFen: isPaid(payment) ? payment.plannedFen : leftOf(payment),
  });
}

/**
 * Acceptance after the project's end, the file a month after the acceptance, and the rest of the money once it was
 * accepted. A support that is paid once has none of them.
 */
export function acceptanceDeadlines(project: ProjectFacts, asOf: IsoDate, books: DeadlineBooks): Deadline[] {
  if (!project.awaitsAcceptance) return [];
  const { acceptedOn, finalPayment: payment } = project;
  const check = acceptance(project, asOf, books);
  if (acceptedOn === null) return [check];
  const file = acceptanceFile(project, acceptedOn, asOf, books);
  return payment === null
    ? [check, file]
    : [check, file, finalPayment(project, payment, acceptedOn, asOf, books)];
}
