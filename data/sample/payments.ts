import { addDays, daysBetween, type IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import { earlier, later, workday } from './dates';
import type { Draft } from './drafts';
import { cityDemo } from './parameters';
import type { Random } from './random';
import { fenOfWan, solveFactor } from './wan';

/** A planned tranche of an award and the day it was paid on, null where it was not paid by asOf. */
export interface Payment {
  sequence: number;
  kind: string;
  plannedFen: Fen;
  plannedOn: IsoDate;
  paidOn: IsoDate | null;
}

export interface PaidDraft {
  draft: Draft;
  payments: Payment[];
}

/** A payment before it is known how late its category pays. */
interface Expected extends Omit<Payment, 'paidOn'> {
  draft: Draft;
  /** Paid no earlier than this, however fast the category is. */
  earliest: IsoDate;
  /** Days after the plan that this payment would come without its category's delay. */
  lag: number;
  /** How far the category's delay moves it: acceptance slips more than a first payment. */
  weight: number;
}

/** Up to here offices kept to the plan; afterwards they fell behind little by little, each city in its own way. */
const slowsDownFrom = '2024-12-15';
const slowestAfterDays = 330;
const slowAtFirst = 0.08;
const daysToFirst = [40, 75] as const;
const daysToAcceptance = [150, 260] as const;
/** From the award to the final tranche as the award agreement dates it. */
const daysOfAgreement = [390, 1000] as const;
const longestDelay = 1500;
const daysBetweenTranches = 30;

/** How much of a delay shows: little before offices fell behind, all of it a year later. */
function slownessOn(day: IsoDate): number {
  const gone = daysBetween(slowsDownFrom, day) / slowestAfterDays;
  return Math.min(1, Math.max(slowAtFirst, gone));
}

function expectPayments(random: Random, draft: Draft): Expected[] {
  const { awardedOn, terms, amounts, end, place, periodEnd } = draft;
  if (awardedOn === null || amounts.awardFen === null) return [];
  const delayDays = cityDemo[place.city.adcode]?.delayDays ?? 0;
  const first = workday(addDays(awardedOn, random.whole(...daysToFirst)));
  return terms.tranchesOf(amounts.awardFen).map((part, _, parts) => {
    const onAcceptance = part.on === 'acceptance';
    const agreed = addDays(awardedOn, random.whole(...daysOfAgreement));
    const wished = later(addDays(end, random.whole(...daysToAcceptance)), agreed);
    const accepted =
      periodEnd === null ? wished : earlier(wished, addDays(periodEnd, -random.whole(10, 100)));
    const plannedOn = onAcceptance ? workday(accepted) : first;
    const slow = slownessOn(plannedOn);
    return {
      draft,
      sequence: part.sequence,
      kind: part.kind,
      plannedFen: part.plannedFen,
      plannedOn,
      earliest: onAcceptance ? later(addDays(end, 45), addDays(first, 150)) : addDays(awardedOn, 15),
      lag: random.whole(-6, 16) + Math.round(slow * (delayDays + random.whole(0, 40))),
      weight: slow * (onAcceptance || parts.length === 1 ? 1 : 0.35) * random.between(0.7, 1.3),
    };
  });
}

/** Days on which the tranches of one award are paid; a later tranche never comes before an earlier one. */
function paidDays(expected: readonly Expected[], delay: number, asOf: IsoDate): (IsoDate | null)[] {
  let previous: IsoDate | '' | null = '';
  return expected.map(({ draft, plannedOn, lag, weight, earliest }) => {
    if (previous === null) return null;
    const soonest = previous === '' ? earliest : later(earliest, addDays(previous, daysBetweenTranches));
    const day = workday(later(soonest, addDays(plannedOn, Math.round(lag + delay * weight))));
    // What ended early gets no money after its end.
    const stopped = day > asOf || (draft.terminatedOn !== null && day >= draft.terminatedOn);
    previous = stopped ? null : day;
    return previous;
  });
}

/**
 * Plans the tranches of a category's awards by the rules and pays them: each some days after its plan, all
 * of them moved by one delay that brings the sum paid by asOf near to the money wanted.
 */
export function payCategory(
  random: Random,
  drafts: readonly Draft[],
  paidWan: number,
  asOf: IsoDate,
): PaidDraft[] {
  const expected = drafts.map((draft) => expectPayments(random, draft));
  const paidBy = (speed: number): number => {
    let sum = 0;
    for (const parts of expected) {
      const days = paidDays(parts, -speed, asOf);
      for (const [index, part] of parts.entries()) if (days[index]) sum += part.plannedFen;
    }
    return sum;
  };
  const speed = solveFactor(-longestDelay, longestDelay, fenOfWan(paidWan), paidBy);
  return drafts.map((draft, index) => {
    const parts = expected[index] ?? [];
    const days = paidDays(parts, -speed, asOf);
    const payments = parts.map(({ sequence, kind, plannedFen, plannedOn }, place) => ({
      ...{ sequence, kind, plannedFen, plannedOn },
      paidOn: days[place] ?? null,
    }));
    return { draft, payments };
  });
}
