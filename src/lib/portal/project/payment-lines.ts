import { daysBetween, type IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import type { MadePayment, ProjectView } from '$lib/metrics/projects/load-project';
import type { Subsidy } from '$lib/policy/rulebook';
import { planTranches } from '$lib/policy/tranche-plan';
import type { CellSource } from '../policy/clause/clause-note.svelte';
import { cellSource } from './source-words';

export interface PaymentLine {
  sequence: number;
  kind: 'first' | 'final' | 'other';
  dueFen: Fen | null;
  agreed: IsoDate | null;
  paidFen: Fen | null;
  paidOn: IsoDate | null;
  state: 'in_time' | 'late' | 'paid' | 'open' | 'due' | 'overdue' | 'waits' | 'ended' | 'unplanned';
  /** Days late or overdue; of a payment that waits for acceptance, days since the agreed day. */
  days: number | null;
  /** Where the last payment stands in its file; null where none was made. */
  paidAt: CellSource | null;
}

export interface PaymentPlan {
  lines: PaymentLine[];
  /** No plan is on record: amounts due follow the standard and have no days. */
  byStandard: boolean;
}

type Due = Pick<PaymentLine, 'sequence' | 'kind' | 'dueFen' | 'agreed'>;

const kindOf = (kind: string): PaymentLine['kind'] => (kind === 'first' || kind === 'final' ? kind : 'other');

function duePayments(view: ProjectView, subsidy: Subsidy | null): Due[] {
  const { planned, standing } = view;
  if (!standing.is_awarded) return [];
  if (planned.length > 0)
    return planned.map(({ sequence, kind, planned_fen, planned_on }) => ({
      sequence,
      kind: kindOf(kind),
      dueFen: planned_fen,
      agreed: planned_on,
    }));
  if (!subsidy || standing.award_fen === null || standing.award_fen < 0) return [];
  return planTranches(subsidy, standing.award_fen).map(({ sequence, kind, plannedFen }) => ({
    sequence,
    kind,
    dueFen: plannedFen,
    agreed: null,
  }));
}

type State = Pick<PaymentLine, 'state' | 'days'>;

function paidState(due: Due | null, paidOn: IsoDate, isWhole: boolean): State {
  if (!due) return { state: 'unplanned', days: null };
  if (!isWhole) return { state: 'open', days: null };
  if (due.agreed === null) return { state: 'paid', days: null };
  const days = daysBetween(due.agreed, paidOn);
  return days > 0 ? { state: 'late', days } : { state: 'in_time', days: null };
}

/** A final payment that is past its day is not overdue while the project has not been accepted. */
function openState({ agreed, kind }: Due, { asOf, standing, row }: ProjectView): State {
  if (standing.is_terminated) return { state: 'ended', days: null };
  if (agreed === null) return { state: 'open', days: null };
  const days = daysBetween(agreed, asOf);
  if (days <= 0) return { state: 'due', days: null };
  const isAccepted = row.accepted_on !== null && row.accepted_on <= asOf;
  return { state: kind === 'final' && !isAccepted ? 'waits' : 'overdue', days };
}

const placeOf = ({ file_name: file, source_sheet: sheet, source_row: row }: MadePayment): CellSource =>
  cellSource({ file, sheet, row });

/** What is to be paid, when, and what was paid by the as-of day: one line a payment, in order. */
export function paymentPlan(view: ProjectView, subsidy: Subsidy | null): PaymentPlan {
  const dues = duePayments(view, subsidy);
  const sequences = new Set([...dues, ...view.payments].map(({ sequence }) => sequence));
  const lines = [...sequences]
    .sort((a, b) => a - b)
    .map((sequence): PaymentLine => {
      const due = dues.find((one) => one.sequence === sequence) ?? null;
      const made = view.payments.filter((one) => one.sequence === sequence);
      const last = made.at(-1);
      const paidFen = last ? made.reduce((sum, { paid_fen }) => sum + paid_fen, 0) : null;
      const base = due ?? { sequence, kind: 'other' as const, dueFen: null, agreed: null };
      const isWhole = paidFen !== null && (base.dueFen === null || paidFen >= base.dueFen);
      const state = last ? paidState(due, last.paid_on, isWhole) : openState(base, view);
      return {
        ...base,
        paidFen,
        paidOn: last?.paid_on ?? null,
        paidAt: last ? placeOf(last) : null,
        ...state,
      };
    });
  return { lines, byStandard: view.planned.length === 0 && dues.length > 0 };
}

/** The first payment that is past its day, overdue or waiting for acceptance. */
export const overdueLine = ({ lines }: PaymentPlan): PaymentLine | null =>
  lines.find(({ state }) => state === 'overdue' || state === 'waits') ?? null;
