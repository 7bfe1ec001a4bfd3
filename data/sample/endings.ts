import { addDays, type IsoDate } from '$lib/domain/calendar';
import type { ProjectStatus } from '$lib/domain/library';
import type { Fen } from '$lib/domain/money';
import { earlier, later, workday } from './dates';
import type { Draft } from './drafts';
import type { PaidDraft, Payment } from './payments';
import type { Random } from './random';
import { floorToWan } from './wan';

export interface Recovered {
  fen: Fen;
  on: IsoDate;
}

/** How a project stands at asOf. */
export interface Standing {
  status: ProjectStatus;
  acceptedOn: IsoDate | null;
  recovered: Recovered | null;
}

const newlyPaidDays = 120;
const acceptedWithoutMoney = 0.55;
const everRecovered = 0.7;
const allRecovered = 0.5;

/** Ends some awarded projects early; only those that are paid in two tranches, for they are still running. */
export function terminateSome(
  random: Random,
  drafts: readonly Draft[],
  count: number,
  asOf: IsoDate,
): Draft[] {
  const running = drafts.filter(
    ({ awardedOn, terms, demo }) =>
      awardedOn !== null && terms.paysOnAcceptance && demo.awards > 20 && addDays(awardedOn, 420) < asOf,
  );
  const ended = new Set(random.shuffled(running).slice(0, count));
  return drafts.map((draft) => {
    if (!ended.has(draft) || draft.awardedOn === null) return draft;
    return { ...draft, terminatedOn: workday(addDays(draft.awardedOn, random.whole(220, 400))) };
  });
}

function recoverFrom(random: Random, draft: Draft, paidFen: Fen, asOf: IsoDate): Recovered | null {
  if (draft.terminatedOn === null || paidFen === 0 || !random.chance(everRecovered)) return null;
  const share = random.chance(allRecovered) ? 1 : random.between(0.4, 0.9);
  const on = earlier(workday(addDays(draft.terminatedOn, random.whole(45, 180))), asOf);
  return { fen: share === 1 ? paidFen : floorToWan(paidFen * share), on };
}

/** Acceptance comes before the final tranche; what waits for its money may be accepted already, or not. */
function acceptance(
  random: Random,
  draft: Draft,
  payments: readonly Payment[],
  asOf: IsoDate,
): IsoDate | null {
  const { awardedOn, end, terms, terminatedOn } = draft;
  if (awardedOn === null || terminatedOn !== null || !terms.paysOnAcceptance) return null;
  const first = later(addDays(end, 15), addDays(awardedOn, 20));
  const final = payments.at(-1)?.paidOn ?? null;
  if (final !== null) return workday(later(first, addDays(final, -random.whole(15, 75))));
  const day = workday(later(addDays(end, random.whole(60, 300)), addDays(awardedOn, random.whole(60, 240))));
  const paidFirst = payments[0]?.paidOn ?? null;
  return paidFirst !== null && day > paidFirst && day <= asOf && random.chance(acceptedWithoutMoney)
    ? day
    : null;
}

function waitingStatus(random: Random, guideYear: number, lastAwardedYear: number): ProjectStatus {
  const draw = random.next();
  if (guideYear > lastAwardedYear) {
    return draw < 0.86 ? 'admitted' : draw < 0.94 ? 'reviewed' : draw < 0.98 ? 'nominated' : 'withdrawn';
  }
  if (guideYear < lastAwardedYear) return draw < 0.9 ? 'rejected' : 'withdrawn';
  return draw < 0.6 ? 'admitted' : draw < 0.95 ? 'rejected' : 'withdrawn';
}

function awardedStatus(
  payments: readonly Payment[],
  acceptedOn: IsoDate | null,
  asOf: IsoDate,
): ProjectStatus {
  const days = payments.map((payment) => payment.paidOn);
  if (days.length > 0 && days.every((day) => day !== null)) return 'settled';
  if (acceptedOn !== null) return 'accepted';
  const first = days[0] ?? null;
  if (first === null) return 'awarded';
  return addDays(first, newlyPaidDays) > asOf ? 'first_tranche_paid' : 'under_way';
}

/** Works out acceptance, recovery and status from the payments, so that they agree at asOf. */
export function standingOf(
  random: Random,
  { draft, payments }: PaidDraft,
  asOf: IsoDate,
  lastAwardedYear: number,
): Standing {
  if (draft.awardedOn === null) {
    const status = waitingStatus(random, draft.category.guideYear, lastAwardedYear);
    return { status, acceptedOn: null, recovered: null };
  }
  const paidFen = payments.reduce((sum, one) => sum + (one.paidOn === null ? 0 : one.plannedFen), 0);
  const recovered = recoverFrom(random, draft, paidFen, asOf);
  if (draft.terminatedOn !== null) {
    return { status: recovered?.fen === paidFen ? 'recovered' : 'terminated', acceptedOn: null, recovered };
  }
  const acceptedOn = acceptance(random, draft, payments, asOf);
  return { status: awardedStatus(payments, acceptedOn, asOf), acceptedOn, recovered };
}
