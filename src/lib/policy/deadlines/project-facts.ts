import type { IsoDate } from '../../domain/calendar.ts';
import type { Fen } from '../../domain/money.ts';

/** The last planned payment of an award that waits for the acceptance, and what was paid of it. */
export interface FinalPayment {
  sequence: number;
  /** Null where no plan is on record and the amount follows the standard. */
  plannedOn: IsoDate | null;
  plannedFen: Fen | null;
  /** Paid by the as-of day; null where the library holds no payments. */
  paidFen: Fen | null;
  paidOn: IsoDate | null;
}

/** What dates of an awarded project are worked out from, as known on the as-of day. Terminated ones owe nothing. */
export interface ProjectFacts {
  projectId: string;
  awardedOn: IsoDate;
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  awardFen: Fen | null;
  acceptedOn: IsoDate | null;
  /** Result of the latest check that did not pass; null where there was none. */
  failedCheck: 'deferred' | 'failed' | null;
  /** False for a support that is paid once, for what was finished before the application. */
  awaitsAcceptance: boolean;
  knowsAcceptance: boolean;
  /** Ends of quarters with a report; null where the library holds no reports at all. */
  reportedQuarters: readonly IsoDate[] | null;
  /** Null where one payment is planned. */
  finalPayment: FinalPayment | null;
}
