import type { IsoDate } from '../../domain/calendar.ts';
import { variantFact, type Fact, type FactValue, type FactValues } from '../conditions/condition.ts';
import type { CentreField } from './centres.ts';

/** What the tables say of a centre beside its self-report. */
export interface CentreRecordFacts {
  fieldNumber: number | null;
  /** True where its city is one of the province; null where no city is named. */
  isInProvince: boolean | null;
  approvedOn: IsoDate | null;
  isNational: boolean | null;
  latestGradeId: string | null;
  /** The day on which an application is thought to be handed in. */
  declaredOn: IsoDate;
  /** Its host has applied for support: it is the firm that carries the centre. */
  hasHostApplied: boolean;
}

/** A self-reported value as a table holds it: numbers in the fact's unit, money in 分, else words. */
export interface StoredFact {
  factId: string;
  number: number | null;
  text: string | null;
}

const answers: Record<string, boolean> = { yes: true, no: false };

/** A stored value as the conditions take it; null where it is not of the fact's kind. */
export function factValueOf({ type }: Pick<Fact, 'type'>, { number, text }: StoredFact): FactValue {
  if (type === 'yes_no' || type === 'document') return (text === null ? null : answers[text]) ?? null;
  return type === 'date' || type === 'option' ? text : number;
}

/** Self-reported values by fact; facts that the rules do not know are left out. */
export function reportedFacts(facts: readonly Fact[], stored: readonly StoredFact[]): FactValues {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return Object.fromEntries(
    stored.flatMap((one) => {
      const fact = known.get(one.factId);
      return fact ? [[one.factId, factValueOf(fact, one)] as const] : [];
    }),
  );
}

const provincial = 'provincial-centre';
const national = 'national-centre';

/**
 * Facts that follow from the tables: field, place, approval, latest grade, day of application, kind of centre. What
 * the tables leave open is left out, so that a self-report may tell it.
 */
export function recordedFacts(centre: CentreRecordFacts, fields: readonly CentreField[]): FactValues {
  const { fieldNumber, isNational, approvedOn } = centre;
  const given: Record<string, FactValue> = {
    centre_in_priority_field:
      fieldNumber === null ? null : fields.some(({ number }) => number === fieldNumber),
    registered_in_province: centre.isInProvince,
    centre_approved_on: approvedOn,
    centre_pilot_approved: approvedOn === null ? null : approvedOn <= centre.declaredOn,
    centre_host_firm: centre.hasHostApplied ? true : null,
    centre_latest_grade: centre.latestGradeId,
    declaration_date: centre.declaredOn,
    [variantFact]: isNational === null ? null : isNational ? national : provincial,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}
