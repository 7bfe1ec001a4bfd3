import { describe, expect, test } from 'vitest';
import type { Dataset } from '$lib/domain/library';
import { awardedView, viewOf } from './fixtures/views';
import { lifeOf, type LifeStepId, type ProjectLife } from './life';

const all: Dataset[] = ['projects', 'awards', 'appropriations', 'disbursements'];
const context = { datasets: all, paidOnce: false };
const states = ({ steps }: ProjectLife) => steps.map(({ state }) => state);
const step = (life: ProjectLife, id: LifeStepId) => life.steps.find((one) => one.id === id);

describe('the life of a project', () => {
  test('of an application waits for the award', () => {
    const life = lifeOf(viewOf(), context);
    expect(states(life)).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead']);
    expect(step(life, 'submitted')?.on).toBe('2023-06-01');
    expect(step(life, 'awarded')).toMatchObject({ on: null, reason: 'not_yet' });
  });

  test('says which table is missing instead of “not yet”', () => {
    const life = lifeOf(viewOf(), { datasets: ['projects'], paidOnce: false });
    expect(life.steps.map(({ reason }) => reason)).toEqual([
      null,
      'no_awards',
      'no_disbursements',
      'not_yet',
      'no_disbursements',
    ]);
  });

  test('of an award with its first payment waits for acceptance', () => {
    const life = lifeOf(awardedView(), context);
    expect(states(life)).toEqual(['done', 'done', 'done', 'now', 'ahead']);
    expect(life.now?.id).toBe('accepted');
    expect(step(life, 'settled')?.agreed).toBe('2026-05-01');
  });

  test('a payment on the agreed day is not late, a day later it is', () => {
    const paid = (paid_on: string) =>
      step(
        lifeOf(awardedView({ payments: [{ sequence: 1, paid_fen: 100, paid_on }] }), context),
        'first_paid',
      );
    expect(paid('2024-04-30')?.lateDays).toBeNull();
    expect(paid('2024-05-01')?.lateDays).toBeNull();
    expect(paid('2024-05-02')?.lateDays).toBe(1);
  });

  test('an agreed day is past from the day after on', () => {
    const settled = (asOf: string) => step(lifeOf(awardedView({ asOf }), context), 'settled');
    expect(settled('2026-05-01')?.lateDays).toBeNull();
    expect(settled('2026-05-02')?.lateDays).toBe(1);
  });

  test('is settled when it is accepted and all is paid, not one 分 before', () => {
    const view = (paid_fen: number) =>
      awardedView({
        row: { accepted_on: '2025-06-01' },
        standing: { stage: 'accepted', paid_fen, unpaid_fen: 200 - paid_fen },
        payments: [
          { sequence: 1, paid_fen: 100, paid_on: '2024-05-01' },
          { sequence: 2, paid_fen: paid_fen - 100, paid_on: '2025-08-01' },
        ],
      });
    const whole = lifeOf(view(200), context);
    expect([whole.end, step(whole, 'settled')?.on]).toEqual(['settled', '2025-08-01']);
    expect(lifeOf(view(199), context).now?.id).toBe('settled');
  });

  test('with one payment does not wait for acceptance', () => {
    const view = awardedView({ standing: { paid_fen: 200, unpaid_fen: 0 }, planned: [] });
    const life = lifeOf(view, { ...context, paidOnce: true });
    expect(step(life, 'accepted')).toMatchObject({ state: 'void', reason: 'not_foreseen' });
    expect(life.end).toBe('settled');
  });

  test('ends with a termination, with what came back', () => {
    const life = lifeOf(
      awardedView({
        row: { terminated_on: '2025-01-02' },
        standing: { stage: 'terminated', is_terminated: true, unpaid_fen: 0, recovered_fen: 60 },
        recoveries: [{ recovered_fen: 60, recovered_on: '2025-03-04' }],
      }),
      context,
    );
    expect(states(life)).toEqual(['done', 'done', 'done', 'void', 'void']);
    expect(life).toMatchObject({
      end: 'terminated',
      now: null,
      terminated: { on: '2025-01-02' },
      recovered: [{ fen: 60, on: '2025-03-04' }],
    });
    expect(step(life, 'settled')?.lateDays).toBeNull();
  });

  test('of a rejected application is over', () => {
    const life = lifeOf(viewOf({ row: { status: 'rejected' }, standing: { stage: 'dropped' } }), context);
    expect(states(life)).toEqual(['done', 'void', 'void', 'void', 'void']);
    expect([life.end, life.now]).toEqual(['dropped', null]);
  });

  test('days after the as-of day are not known', () => {
    const life = lifeOf(awardedView({ row: { accepted_on: '2026-01-01' } }), context);
    expect(step(life, 'accepted')).toMatchObject({ on: null, state: 'now' });
  });
});
