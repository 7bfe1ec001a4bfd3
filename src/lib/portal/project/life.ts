import { daysBetween, type IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import type { Dataset } from '$lib/domain/library';
import type { ProjectView } from '$lib/metrics/projects/load-project';

export const lifeSteps = ['submitted', 'awarded', 'first_paid', 'accepted', 'settled'] as const;
export type LifeStepId = (typeof lifeSteps)[number];

/** Why a step shows no day. */
export type NoDayReason =
  'not_stated' | 'not_yet' | 'ended' | 'no_awards' | 'no_disbursements' | 'not_foreseen';

export interface LifeStep {
  id: LifeStepId;
  /** `now` is the step that the project waits for; `void` will not happen. */
  state: 'done' | 'now' | 'ahead' | 'void';
  /** The day on which it happened; null where it did not, or is not known. */
  on: IsoDate | null;
  reason: NoDayReason | null;
  agreed: IsoDate | null;
  /** Days after the agreed day: of what happened, or so far; null where in time or not agreed. */
  lateDays: number | null;
}

/** Where a project stands in its life, at the end of the as-of day. */
export interface ProjectLife {
  steps: LifeStep[];
  now: LifeStep | null;
  end: 'terminated' | 'dropped' | 'settled' | null;
  terminated: { on: IsoDate | null } | null;
  recovered: { fen: Fen; on: IsoDate }[];
}

export interface LifeContext {
  datasets: readonly Dataset[];
  /** The standard plans one payment, which does not wait for acceptance. */
  paidOnce: boolean;
}

type Found = Pick<LifeStep, 'on' | 'reason'> & { isDone: boolean; isVoid?: boolean };

const happened = (on: IsoDate | null): Found => ({ on, reason: on ? null : 'not_stated', isDone: true });
const notYet = (reason: NoDayReason = 'not_yet'): Found => ({ on: null, reason, isDone: false });
const never = (reason: NoDayReason): Found => ({ on: null, reason, isDone: false, isVoid: true });

const until = (day: IsoDate | null, asOf: IsoDate): IsoDate | null =>
  day !== null && day <= asOf ? day : null;

/** Whether the award has been paid in full, and nothing more is awaited. */
export function isSettled({ standing, row, asOf }: ProjectView, { paidOnce }: LifeContext): boolean {
  const isPaid =
    standing.award_fen !== null && standing.paid_fen > 0 && standing.paid_fen >= standing.award_fen;
  return isPaid && !standing.is_terminated && (paidOnce || until(row.accepted_on, asOf) !== null);
}

function findSteps(view: ProjectView, context: LifeContext): Record<LifeStepId, Found> {
  const { row, standing, payments, asOf } = view;
  const isEnded = standing.is_terminated || standing.stage === 'dropped';
  const open = (known: Dataset, reason: NoDayReason): Found =>
    isEnded ? never('ended') : notYet(context.datasets.includes(known) ? 'not_yet' : reason);
  const acceptedOn = until(row.accepted_on, asOf);
  const accepted = (): Found => {
    if (acceptedOn !== null) return happened(acceptedOn);
    if (isEnded) return never('ended');
    return context.paidOnce && standing.is_awarded ? never('not_foreseen') : notYet();
  };
  return {
    submitted: standing.is_application ? happened(until(row.submitted_on, asOf)) : notYet(),
    awarded: standing.is_awarded ? happened(until(row.awarded_on, asOf)) : open('awards', 'no_awards'),
    first_paid: payments[0] ? happened(payments[0].paid_on) : open('disbursements', 'no_disbursements'),
    accepted: accepted(),
    settled: isSettled(view, context)
      ? happened(payments.at(-1)?.paid_on ?? null)
      : open('disbursements', 'no_disbursements'),
  };
}

function agreedDays({ planned, standing }: ProjectView): Partial<Record<LifeStepId, IsoDate>> {
  const [first] = planned;
  const final = planned.length > 1 ? planned.at(-1) : undefined;
  return standing.is_awarded
    ? {
        ...(first ? { first_paid: first.planned_on } : {}),
        ...(final ? { settled: final.planned_on } : {}),
      }
    : {};
}

function lateness(found: Found, agreed: IsoDate | null, asOf: IsoDate): number | null {
  if (agreed === null || found.isVoid === true) return null;
  const day = found.isDone ? found.on : asOf;
  const days = day === null ? 0 : daysBetween(agreed, day);
  return days > 0 ? days : null;
}

/** The steps of a project's life with days, agreed days and, where a day is missing, why. */
export function lifeOf(view: ProjectView, context: LifeContext): ProjectLife {
  const found = findSteps(view, context);
  const agreed = agreedDays(view);
  const waiting = lifeSteps.find((id) => !found[id].isDone && found[id].isVoid !== true) ?? null;
  const steps = lifeSteps.map((id): LifeStep => {
    const { on, reason, isDone, isVoid } = found[id];
    const state = isDone ? 'done' : isVoid === true ? 'void' : id === waiting ? 'now' : 'ahead';
    const day = agreed[id] ?? null;
    return { id, state, on, reason, agreed: day, lateDays: lateness(found[id], day, view.asOf) };
  });
  const { is_terminated: isTerminated, stage } = view.standing;
  const isDropped = stage === 'dropped';
  return {
    steps,
    now: steps.find(({ state }) => state === 'now') ?? null,
    end:
      isTerminated && !isDropped ? 'terminated' : isDropped ? 'dropped' : waiting === null ? 'settled' : null,
    terminated: isTerminated ? { on: until(view.row.terminated_on, view.asOf) } : null,
    recovered: view.recoveries.map(({ recovered_fen, recovered_on }) => ({
      fen: recovered_fen,
      on: recovered_on,
    })),
  };
}
