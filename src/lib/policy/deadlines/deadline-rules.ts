import type { IsoDate } from '../../domain/calendar.ts';
import type { Label } from '../../domain/label.ts';
import type { AwardAgreement } from '../annexes/agreement.ts';
import type { CentreRules } from '../centres/centres.ts';
import type { Ambiguity, SourceRef } from '../rulebook.ts';

/** A span of days off (放假), both ends included. */
export interface DaysOff {
  name: Label;
  from: IsoDate;
  to: IsoDate;
  source: SourceRef;
}

/** What the State Council's notice says of one year. */
export interface YearCalendar {
  year: number;
  notice: { title: string; number: string; dated: IsoDate };
  daysOff: DaysOff[];
  /** Saturdays and Sundays that are worked (调休上班). */
  workDays: IsoDate[];
}

/** Duties of the award agreement (附件5) that a date comes from. */
export const agreedKinds = [
  'quarterly_report',
  'half_year_summary',
  'annual_summary',
  'acceptance',
  'acceptance_file',
  'final_payment',
] as const;
export type AgreedKind = (typeof agreedKinds)[number];

/** Lengths that no text prints, and how texts without a length are read. */
export interface DeadlineRules {
  basis: 'practice';
  /** A date this many days ahead, or fewer, is near. */
  dueSoonDays: number;
  /** After the project's end. */
  acceptanceMonths: number;
  /** After the acceptance. */
  finalPaymentMonths: number;
  /** How far ahead dates are listed. */
  aheadMonths: number;
  /** Ids of duties in the agreement. */
  duties: Record<AgreedKind, string>;
  acceptedBy: { province: string; nominator: string };
  readings: Ambiguity[];
  calendars: YearCalendar[];
}

/** Everything that dates are worked out by. */
export interface DeadlineBooks {
  rules: DeadlineRules;
  agreement: AwardAgreement;
  /** Guide year that the agreement is an annex of; other years follow it by analogy (参照). */
  agreementYear: number;
  centres: CentreRules;
  /** Days after a quarter's end until its report is missing. */
  graceDays: number;
}
