import { m } from '$lib/i18n/paraglide/messages';
import type { BudgetMeasure } from '$lib/metrics/views/category-rows';
import type { OverviewView } from '$lib/metrics/views/overview';
import { missingText, spokenMoney, spokenPercent } from './wording';

type Note = (view: OverviewView) => string;

const percentOr = (value: number | null, say: (percent: string) => string, otherwise = ''): string =>
  value === null ? otherwise : say(spokenPercent(value, 1));

const notes: Partial<Record<BudgetMeasure, Note>> = {
  appropriation: ({ counts, total: { figures } }) =>
    figures.appropriation.value === null
      ? missingText(figures.appropriation.reason)
      : m.note_appropriation({ count: counts.withAppropriation, notice: counts.separateNotice }),
  awarded: ({ total: { figures } }) =>
    percentOr(
      figures.commitment_rate.value,
      (percent) => m.note_awarded({ percent, count: figures.awards.value ?? 0 }),
      m.note_awards({ count: figures.awards.value ?? 0 }),
    ),
  paid: ({ total: { figures, pace } }) => {
    const { value } = figures.execution_rate;
    if (value === null)
      return percentOr(figures.disbursement_rate.value, (percent) => m.note_disbursed({ percent }));
    return pace.timeShare === null
      ? m.note_executed({ percent: spokenPercent(value, 1) })
      : m.note_paid({ percent: spokenPercent(value, 1), time: spokenPercent(pace.timeShare) });
  },
  unpaid: ({ total: { figures } }) => {
    const recovered = figures.recovered.value;
    const terminated = figures.terminated.value;
    if (recovered === null || terminated === null || terminated === 0) return m.note_unpaid();
    return m.note_unpaid_recovered({ count: terminated, money: spokenMoney(recovered) });
  },
  quota_used_rate: ({ total: { figures } }) => {
    const { part, whole } = figures.quota_used_rate;
    if (part === null || whole === null) return '';
    const left = whole - part;
    return left < 0 ? m.note_quota_over({ part, whole, over: -left }) : m.note_quota({ part, whole, left });
  },
  leverage: ({ total: { figures } }) =>
    figures.investment.value === null
      ? ''
      : m.note_leverage({ money: spokenMoney(figures.investment.value) }),
  applications: ({ counts }) => m.note_applications({ listed: counts.listed }),
  requested: () => m.note_requested(),
  policy_ceiling: ({ total: { figures } }) => {
    const count = figures.ceiling_undetermined.value;
    return count === null || count === 0 ? m.note_ceiling() : m.note_ceiling_undetermined({ count });
  },
  quota: ({ counts }) => m.note_quota_categories({ count: counts.withQuota }),
  application_quota_rate: ({ total: { figures } }) => {
    const { part, whole } = figures.application_quota_rate;
    return part === null || whole === null ? '' : m.note_application_quota({ part, whole });
  },
};

/** The comparison under a key figure that makes it speak; empty where there is none. */
export const keyNote = (id: BudgetMeasure, view: OverviewView): string => notes[id]?.(view) ?? '';
