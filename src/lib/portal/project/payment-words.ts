import { m } from '$lib/i18n/paraglide/messages';
import type { PaymentLine } from './payment-lines';

/** 首拨, 余款, or its number. */
export function paymentName({ kind, sequence }: Pick<PaymentLine, 'kind' | 'sequence'>): string {
  if (kind === 'first') return m.project_pay_first();
  return kind === 'final' ? m.project_pay_final() : m.project_pay_other({ number: sequence });
}

/** How a payment stands, in words. */
export function paymentState({ state, days }: PaymentLine): string {
  switch (state) {
    case 'late':
      return m.project_late({ days: days ?? 0 });
    case 'overdue':
      return m.project_overdue({ days: days ?? 0 });
    case 'waits':
      return m.project_pay_state_waits({ days: days ?? 0 });
    case 'in_time':
      return m.project_pay_state_in_time();
    case 'paid':
      return m.project_pay_state_paid();
    case 'open':
      return m.project_pay_state_open();
    case 'due':
      return m.project_pay_state_due();
    case 'ended':
      return m.project_pay_state_ended();
    case 'unplanned':
      return m.project_pay_state_unplanned();
  }
}
