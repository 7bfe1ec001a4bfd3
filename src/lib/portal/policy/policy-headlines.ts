import { labelOf, listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { guideCounts } from './guide/guide-counts';
import type { GuideView } from './guide/guide-view';
import { standardsOf } from './guide/standards';
import { exactMoney } from './words/amount-words';

/** The largest cap of a guide, with how many items it holds for. */
function highestCap({ items }: GuideView): { fen: number; items: number } | null {
  const caps = items.map(({ category }) =>
    Math.max(0, ...standardsOf(category).map(({ subsidy }) => subsidy.capFen?.value ?? 0)),
  );
  const fen = Math.max(0, ...caps);
  return fen === 0 ? null : { fen, items: caps.filter((cap) => cap === fen).length };
}

/** Page title of the text: how much the guide rules, and how much of it is unclear. */
export function guideTitle(view: GuideView): string {
  const { items, quota, conditions } = guideCounts(view);
  const year = view.guide.draft
    ? m.policy_draft_of({ year: view.guide.year })
    : m.frame_filter_guide_value({ year: view.guide.year });
  const parts = [
    m.policy_title_items({ count: items }),
    quota > 0 ? m.policy_title_quota({ count: quota }) : null,
    conditions > 0 ? m.policy_title_conditions({ count: conditions }) : null,
  ].filter((part) => part !== null);
  return m.policy_title({ year, parts: parts.join(m.headline_comma()) });
}

/** Sentences beside the title; words between ** are set bold. */
export function guideLead(view: GuideView): string {
  const { notices, ambiguities } = guideCounts(view);
  return [
    view.guide.copyOf === null ? null : m.policy_lead_copy({ year: view.guide.copyOf }),
    m.policy_lead(),
    notices.length > 0
      ? m.policy_lead_notices({
          count: notices.length,
          names: listed(notices.map(({ shortName }) => labelOf(shortName))),
        })
      : null,
    ambiguities > 0 ? m.policy_lead_unclear({ count: ambiguities }) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(m.sentence_gap());
}

/** Title of the table of all items. */
export function summaryTitle(view: GuideView): string {
  const cap = highestCap(view);
  const { items } = guideCounts(view);
  return cap === null
    ? m.title_categories({ count: items })
    : m.policy_summary_title({ count: items, cap: exactMoney(cap.fen), with: cap.items });
}
