import { labelOf, spokenMoney, spokenPercent } from '$lib/briefing/wording';
import { daysBetween } from '$lib/domain/calendar';
import { ratioOf } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import { answerLamp, countAnswers } from '../policy/calculator/calculator-headlines';
import { gapWords } from '../policy/calculator/ceiling-lines';
import { exactMoney } from '../policy/words/amount-words';
import type { LampColour } from '$lib/ui/lamp';
import type { LifeStepId, ProjectLife } from './life';
import { overdueLine } from './payment-lines';
import { paymentName } from './payment-words';
import { ceilingOf, type ProjectCase } from './project-case';

const join = (parts: (string | null)[]): string =>
  parts.filter((part) => part !== null).join(m.headline_clause_gap());

function droppedTitle(status: string): string {
  if (status === 'rejected') return m.project_title_rejected();
  return status === 'withdrawn' ? m.project_title_withdrawn() : m.project_title_dropped();
}

function terminatedTitle({ view }: ProjectCase): string {
  const paid = spokenMoney(view.standing.paid_fen);
  return view.recoveries.length === 0
    ? m.project_title_terminated({ paid })
    : m.project_title_terminated_back({ paid, recovered: spokenMoney(view.standing.recovered_fen) });
}

function standingTitle(one: ProjectCase): string {
  const { row, standing } = one.view;
  const { award_fen: award, unpaid_fen: unpaid, paid_fen: paid, stage } = standing;
  if (stage === 'dropped') return droppedTitle(row.status);
  if (stage === 'terminated') return terminatedTitle(one);
  if (stage === 'applied' || award === null || unpaid === null)
    return row.requested_fen === null
      ? m.project_title_applied_plain()
      : m.project_title_applied({ money: spokenMoney(row.requested_fen) });
  const amounts = { award: spokenMoney(award), paid: spokenMoney(paid), unpaid: spokenMoney(unpaid) };
  if (stage === 'accepted')
    return unpaid > 0 ? m.project_title_accepted(amounts) : m.project_title_accepted_all(amounts);
  if (stage === 'awarded') return m.project_title_awarded(amounts);
  return unpaid > 0 ? m.project_title_paid(amounts) : m.project_title_paid_all(amounts);
}

function eligibilityClause({ ruling, life }: ProjectCase): string | null {
  if (!ruling || life.end === 'dropped') return null;
  const { met, notMet, open } = countAnswers(ruling.assessment);
  if (notMet > 0) return m.project_clause_not_met({ count: notMet });
  if (open > 0) return m.project_clause_open({ count: open });
  return met > 0 ? m.project_clause_all_met() : null;
}

function overdueClause({ plan }: ProjectCase): string | null {
  const line = overdueLine(plan);
  if (!line) return null;
  const say = line.state === 'waits' ? m.project_clause_waits : m.project_clause_overdue;
  return say({ payment: paymentName(line), days: line.days ?? 0 });
}

/** Page title of a project: how it stands, what is overdue, what the clauses say. */
export const projectTitle = (one: ProjectCase): string =>
  join([standingTitle(one), overdueClause(one), eligibilityClause(one)]);

const waits: Record<LifeStepId, () => string> = {
  submitted: m.project_wait_submitted,
  awarded: m.project_wait_awarded,
  first_paid: m.project_wait_first_paid,
  accepted: m.project_wait_accepted,
  settled: m.project_wait_settled,
};

/** Title of the life line: what the project waits for, and how long it has. */
export function lifeTitle({ now, end }: ProjectLife, asOf: string): string {
  if (end === 'terminated') return m.project_life_title_now({ step: m.project_ended_terminated() });
  if (end === 'dropped') return m.project_life_title_now({ step: m.project_ended_dropped() });
  if (!now) return m.project_life_title_now({ step: m.project_done_all() });
  const step = waits[now.id]();
  if (now.agreed === null) return m.project_life_title_now({ step });
  return now.lateDays === null
    ? m.project_life_title_days({ step, day: now.agreed, days: daysBetween(asOf, now.agreed) })
    : m.project_life_title_late({ step, day: now.agreed, days: now.lateDays });
}

/** Title of the money: ceiling against award or request. */
export function moneyTitle(one: ProjectCase): string {
  const { ruling, view } = one;
  const { award_fen: award, paid_fen: paid } = view.standing;
  const requested = view.row.requested_fen;
  const fen = ceilingOf(one);
  if (fen === null) {
    const gap = ruling?.assessment.ceiling.gap;
    return m.project_money_title_none({
      reason: ruling && gap ? gapWords(ruling.words, gap) : m.project_clauses_unknown(),
    });
  }
  const ceiling = exactMoney(fen);
  if (award !== null) {
    const share = ratioOf(paid, award);
    const percent = share === null ? '—' : spokenPercent(share);
    return m.project_money_title_award({ ceiling, award: exactMoney(award), percent });
  }
  if (requested !== null && requested > fen)
    return m.project_money_title_over({
      requested: exactMoney(requested),
      over: exactMoney(requested - fen),
    });
  return m.project_money_title_requested({
    ceiling,
    requested: requested === null ? '—' : exactMoney(requested),
  });
}

/** Title of the payments. */
export function paymentsTitle({ view, meta, life }: ProjectCase): string {
  const { standing } = view;
  if (!standing.is_awarded || standing.unpaid_fen === null) return m.project_pay_title_none();
  if (!meta.datasets.includes('disbursements')) return m.project_pay_title_unknown();
  if (life.end === 'terminated') return m.project_pay_title_ended({ paid: spokenMoney(standing.paid_fen) });
  return standing.unpaid_fen > 0
    ? m.project_pay_title_left({ unpaid: spokenMoney(standing.unpaid_fen) })
    : m.project_pay_title_all({ paid: spokenMoney(standing.paid_fen) });
}

/** Title of the other projects of the same applicant. */
export function neighboursTitle({ view }: ProjectCase): string {
  const { neighbours } = view;
  if (neighbours.length === 0) return m.project_neighbours_title_none();
  const awards = neighbours.flatMap(({ award_fen }) => (award_fen === null ? [] : [award_fen]));
  return awards.length === 0
    ? m.project_neighbours_title({ count: neighbours.length })
    : m.project_neighbours_title_money({
        count: neighbours.length,
        money: spokenMoney(awards.reduce((sum, fen) => sum + fen, 0)),
      });
}

export interface Verdict {
  lamp: LampColour;
  name: string;
}

/** The answer of all clauses together, beside its lamp. */
export function verdictOf({ ruling }: ProjectCase): Verdict | null {
  if (!ruling) return null;
  const { answer } = ruling.assessment.eligibility;
  const names = {
    met: m.policy_answer_met,
    not_met: m.policy_answer_not_met,
    undetermined: m.policy_answer_undetermined,
  };
  return { lamp: answerLamp[answer], name: names[answer]() };
}

export const categoryWords = ({ ruling, view }: ProjectCase): string =>
  ruling ? labelOf(ruling.category.name) : view.row.category_id;
