import { labelOf, listed, spokenMoney } from '$lib/briefing/wording';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { WhatIfFigures, WhatIfView } from '$lib/metrics/what-if/what-if-view';
import type { DraftItem } from './draft-fields-of';
import { changeWords, shortName } from './field-words';
import { differenceOf } from './shown-measures';
import type { FieldChange } from './read-fields';

/** So many changes can be told in a title; more are counted. */
const toldInTitle = 3;

/** “高端化改造升级上限 4,000→3,000 万元、比例 10→8 %”, or how many changes of how many items. */
export function changesWords(items: readonly DraftItem[], changes: readonly FieldChange[]): string {
  const byItem = items.flatMap(({ item, fields }) => {
    const mine = changes.filter(({ field }) => field.category === item.category.id);
    return mine.length === 0 ? [] : [{ item, fields, mine }];
  });
  const [only] = byItem;
  if (changes.length > toldInTitle && byItem.length === 1 && only)
    return m.what_if_title_many_of({ item: labelOf(only.item.category.shortName), changes: changes.length });
  if (changes.length > toldInTitle || byItem.length > 2)
    return m.what_if_title_many({ items: byItem.length, changes: changes.length });
  return byItem
    .map(({ item, fields, mine }) =>
      m.what_if_title_item({
        item: labelOf(item.category.shortName),
        changes: listed(mine.map(({ field, value }) => changeWords(shortName(field, fields), field, value))),
      }),
    )
    .join(m.what_if_title_and());
}

type MoneyWords = (words: { amount: string }) => string;

function moneyEffect(sum: WhatIfFigures['ceiling'], less: MoneyWords, more: MoneyWords): string | null {
  const difference = differenceOf({ before: sum.before.fen, after: sum.after.fen });
  if (difference === null || difference === 0) return null;
  return (difference < 0 ? less : more)({ amount: spokenMoney(Math.abs(difference)) });
}

/** What the draft does, most important first; empty where it does nothing. */
export function effectsOf({ total, totalQuota }: WhatIfView): string[] {
  const quota =
    totalQuota && differenceOf({ before: totalQuota.before.quota, after: totalQuota.after.quota });
  const ceiling = moneyEffect(total.ceiling, m.what_if_ceiling_less, m.what_if_ceiling_more);
  return [
    ceiling,
    // First payments follow the ceilings: they are told where they move on their own.
    ceiling ? null : moneyEffect(total.firstYear, m.what_if_first_less, m.what_if_first_more),
    quota ? (quota < 0 ? m.what_if_quota_less : m.what_if_quota_more)({ count: Math.abs(quota) }) : null,
    total.fallsOut > 0 ? m.what_if_falls_out({ count: total.fallsOut }) : null,
    total.comesIn > 0 ? m.what_if_comes_in({ count: total.comesIn }) : null,
    total.fallsOut + total.comesIn === 0 && ceiling ? m.what_if_none_moves() : null,
  ].filter((effect) => effect !== null);
}

/** Page title: what was changed, and what it would have done. */
export function whatIfTitle(
  year: number,
  items: readonly DraftItem[],
  changes: readonly FieldChange[],
  view: WhatIfView | null,
): string {
  if (changes.length === 0) {
    const fields = items.reduce((count, one) => count + one.fields.length, 0);
    return m.what_if_title_start({ year, items: items.length, fields: showNumber(fields) });
  }
  const what = changesWords(items, changes);
  if (view === null) return m.what_if_title_wait({ what });
  const effects = effectsOf(view);
  return m.what_if_title({
    what,
    effects: effects.length > 0 ? effects.join(m.headline_comma()) : m.what_if_no_effect(),
  });
}

/** Sentences beside the title; words between ** are set bold. */
export function whatIfLead(view: WhatIfView | null): string {
  if (view === null) return m.what_if_lead_wait();
  const { total } = view;
  const { undetermined } = total.eligibility.after;
  const { leftOut, estimated } = total.ceiling.after;
  return [
    m.what_if_lead({ applicants: showNumber(total.applicants), day: view.asOf }),
    undetermined > 0 ? m.what_if_lead_open({ count: showNumber(undetermined) }) : null,
    leftOut > 0 ? m.what_if_lead_left_out({ count: showNumber(leftOut) }) : null,
    estimated > 0 ? m.what_if_lead_estimated({ count: showNumber(estimated) }) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(m.sentence_gap());
}

/** Title of the figures of the whole draft or of one item. */
export const figuresTitle = ({ applicants, eligibility }: WhatIfFigures): string =>
  m.what_if_figures_title({
    count: showNumber(applicants),
    notMet: showNumber(eligibility.after.notMet),
    open: showNumber(eligibility.after.undetermined),
  });

/** Title of the list of projects that fall out and come in. */
export function movesTitle({ total, movesInAll }: WhatIfView): string {
  if (movesInAll === 0) return m.what_if_moves_none();
  const parts = [
    total.fallsOut > 0
      ? total.awardsLost > 0
        ? m.what_if_falls_out_awarded({ count: total.fallsOut, awarded: total.awardsLost })
        : m.what_if_falls_out({ count: total.fallsOut })
      : null,
    total.comesIn > 0 ? m.what_if_comes_in({ count: total.comesIn }) : null,
  ];
  return parts.filter((part) => part !== null).join(m.headline_comma());
}
