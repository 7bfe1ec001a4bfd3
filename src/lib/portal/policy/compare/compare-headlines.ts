import { m } from '$lib/i18n/paraglide/messages';
import { comparedCounts, type GuidesCompared } from './compare-guides';

/** Page title: what became of the earlier guide. */
export function compareTitle(compared: GuidesCompared): string {
  const { pairs, changed, added, ended } = comparedCounts(compared);
  return m.policy_compare_title({
    earlier: compared.earlierYear,
    later: compared.laterYear,
    pairs,
    changed,
    added,
    ended,
  });
}

/** Sentences beside the title; words between ** are set bold. */
export function compareLead(compared: GuidesCompared): string {
  const { capRaised, capLowered, baseChanged } = comparedCounts(compared);
  return [
    m.policy_compare_lead({ raised: capRaised, lowered: capLowered, base: baseChanged }),
    m.policy_compare_ours(),
  ].join(m.sentence_gap());
}
