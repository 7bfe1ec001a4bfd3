import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { DeadlinesView, KindGroup } from '$lib/metrics/views/deadlines';
import type { DeadlineKind } from '$lib/policy/deadlines/deadline';
import { spokenMoney } from '../wording';

const kindNames: Record<DeadlineKind, () => string> = {
  quarterly_report: m.deadlines_kind_quarterly_report,
  half_year_summary: m.deadlines_kind_half_year_summary,
  annual_summary: m.deadlines_kind_annual_summary,
  acceptance: m.deadlines_kind_acceptance,
  acceptance_file: m.deadlines_kind_acceptance_file,
  final_payment: m.deadlines_kind_final_payment,
  centre_brief: m.deadlines_kind_centre_brief,
  centre_report: m.deadlines_kind_centre_report,
  centre_assessment: m.deadlines_kind_centre_assessment,
  centre_rectification: m.deadlines_kind_centre_rectification,
};

export const kindName = (kind: DeadlineKind): string => kindNames[kind]();

const mostBy = (groups: readonly KindGroup[], value: (group: KindGroup) => number): KindGroup | undefined =>
  groups.reduce<KindGroup | undefined>(
    (best, one) => (value(one) > (best ? value(best) : 0) ? one : best),
    undefined,
  );

/** Page title of `/deadlines`: how many dates are overdue, and of which kind most. */
export function deadlinesTitle({ rowCount, counts, groups }: DeadlinesView): string {
  if (rowCount === 0) return m.deadlines_title_empty();
  const most = mostBy(groups, (group) => group.counts.overdue);
  if (!most) return m.deadlines_title_none();
  return m.deadlines_title({
    count: showNumber(counts.overdue),
    kind: kindName(most.kind),
    most: showNumber(most.counts.overdue),
  });
}

/** Sentences beside the title; words between ** are set bold. */
export function deadlinesLead(view: DeadlinesView): string {
  const { acceptance, unpaid, counts, rules, unverified, centres } = view;
  const late = acceptance.province + acceptance.nominator + acceptance.unsaid;
  const sentences = [
    late > 0 ? m.deadlines_lead_acceptance({ count: late, ...acceptance }) : null,
    unpaid.count > 0 && unpaid.fen !== null
      ? m.deadlines_lead_unpaid({ count: unpaid.count, money: spokenMoney(unpaid.fen) })
      : null,
    m.deadlines_lead_soon({ days: rules.dueSoonDays, count: showNumber(counts.due_soon) }),
    unverified > 0 ? m.deadlines_lead_unverified({ count: unverified }) : null,
    centres === 'none' ? m.deadlines_lead_no_centres() : null,
    centres === 'filtered' ? m.deadlines_lead_centres_filtered() : null,
  ];
  return sentences.filter((one) => one !== null).join(m.sentence_gap());
}

/** Title of the table of kinds: where the most money is overdue. */
export function kindsTitle({ groups }: DeadlinesView): string {
  const most = mostBy(groups, ({ overdueFen }) => overdueFen ?? 0);
  return most && most.overdueFen !== null
    ? m.deadlines_kinds_title({ kind: kindName(most.kind), money: spokenMoney(most.overdueFen) })
    : m.deadlines_kinds_title_plain();
}
