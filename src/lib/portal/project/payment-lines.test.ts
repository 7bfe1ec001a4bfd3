import { describe, expect, test } from 'vitest';
import type { Subsidy } from '$lib/policy/rulebook';
import { awardedView, viewOf } from './fixtures/views';
import { overdueLine, paymentPlan } from './payment-lines';

const source = { document: 'small-guide', section: '一', words: '50%' };
const halves: Subsidy = {
  kind: 'rate',
  components: [],
  fixedFen: null,
  capFen: null,
  tranches: [
    { kind: 'first', on: 'award', sharePercent: 50, amountFen: null, capFen: null, rest: false, source },
    {
      kind: 'final',
      on: 'acceptance',
      sharePercent: null,
      amountFen: null,
      capFen: null,
      rest: true,
      source,
    },
  ],
  summary: { zh: '', en: '' },
  reason: null,
};
const stateOf = (view: Parameters<typeof paymentPlan>[0], sequence: number) =>
  paymentPlan(view, halves).lines.find((line) => line.sequence === sequence);

describe('the payments of a project', () => {
  test('stand beside what was agreed', () => {
    const { lines, byStandard } = paymentPlan(awardedView(), halves);
    expect(byStandard).toBe(false);
    expect(lines).toMatchObject([
      { kind: 'first', dueFen: 100, paidFen: 100, state: 'in_time', days: null },
      { kind: 'final', dueFen: 100, paidFen: null, paidOn: null, state: 'due', days: null },
    ]);
  });

  test('are late from the day after the agreed one', () => {
    const paid = (paid_on: string) =>
      stateOf(awardedView({ payments: [{ sequence: 1, paid_fen: 100, paid_on }] }), 1);
    expect(paid('2024-05-01')).toMatchObject({ state: 'in_time' });
    expect(paid('2024-05-02')).toMatchObject({ state: 'late', days: 1 });
  });

  test('past their day wait for acceptance, and are overdue after it', () => {
    const final = (asOf: string, accepted_on: string | null) =>
      stateOf(awardedView({ asOf, row: { accepted_on } }), 2);
    expect(final('2026-05-01', null)).toMatchObject({ state: 'due' });
    expect(final('2026-05-02', null)).toMatchObject({ state: 'waits', days: 1 });
    expect(final('2026-05-02', '2026-05-02')).toMatchObject({ state: 'overdue', days: 1 });
    expect(final('2026-05-02', '2026-05-03')).toMatchObject({ state: 'waits' });
  });

  test('in parts stay open until the whole is there', () => {
    const view = awardedView({ payments: [{ sequence: 1, paid_fen: 99, paid_on: '2024-05-01' }] });
    expect(stateOf(view, 1)).toMatchObject({ paidFen: 99, state: 'open' });
    const both = [99, 1].map((paid_fen) => ({ sequence: 1, paid_fen, paid_on: '2024-05-01' }));
    expect(stateOf(awardedView({ payments: both }), 1)).toMatchObject({ paidFen: 100, state: 'in_time' });
  });

  test('that nobody planned are shown as such', () => {
    const view = awardedView({ payments: [{ sequence: 3, paid_fen: 5, paid_on: '2024-05-01' }] });
    expect(stateOf(view, 3)).toMatchObject({ kind: 'other', dueFen: null, state: 'unplanned' });
  });

  test('follow the standard where no plan is on record, without days', () => {
    const { lines, byStandard } = paymentPlan(awardedView({ planned: [] }), halves);
    expect(byStandard).toBe(true);
    expect(lines).toMatchObject([
      { dueFen: 100, agreed: null, state: 'paid' },
      { dueFen: 100, agreed: null, state: 'open' },
    ]);
  });

  test('are none before the award, and no longer due after a termination', () => {
    expect(paymentPlan(viewOf(), halves).lines).toEqual([]);
    const ended = awardedView({ asOf: '2027-01-01', standing: { is_terminated: true } });
    expect(stateOf(ended, 2)).toMatchObject({ state: 'ended', days: null });
    expect(overdueLine(paymentPlan(ended, halves))).toBeNull();
  });
});
