import { missingText, unitName, wordColumnMoney, wordCount } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { BeforeAfter, MoneySum, WhatIfFigures } from '$lib/metrics/what-if/what-if-view';

/** What a table shows before and after; one at a time. */
export const measureIds = ['ceiling', 'awards', 'firstYear', 'notMet', 'undetermined', 'met'] as const;
export type WhatIfMeasureId = (typeof measureIds)[number];

/** A figure under the guide and under the draft. Null comes with its reason. */
export interface Compared extends BeforeAfter<number | null> {
  kind: 'money' | 'count';
  reason: string;
  /** Projects that belong to it but have no amount, under the draft; null for counts of projects. */
  leftOut: number | null;
}

const names: Record<WhatIfMeasureId, () => string> = {
  ceiling: m.what_if_ceiling,
  awards: m.what_if_awards,
  firstYear: m.what_if_first_year,
  notMet: m.what_if_not_met,
  undetermined: m.what_if_undetermined,
  met: m.what_if_met,
};
export const measureName = (id: WhatIfMeasureId): string => names[id]();
export const isMoney = (id: WhatIfMeasureId): id is 'ceiling' | 'awards' | 'firstYear' =>
  id === 'ceiling' || id === 'awards' || id === 'firstYear';

/** Name and unit, as a column head or a subtitle says it. */
export const measureHead = (id: WhatIfMeasureId): string =>
  isMoney(id) ? `${measureName(id)} (${unitName('wanYuan')})` : measureName(id);

/** Figures of a category, place or cluster, and why some of them may not be known. */
export interface CoveredFigures extends WhatIfFigures {
  /** False where an own library has no table of it. */
  covered?: boolean;
  /** The guide sets no standard for it: no amounts, which is not 0, also where nobody applied. */
  noStandard?: boolean;
}

function whyMissing(id: WhatIfMeasureId, figures: CoveredFigures): string {
  if (figures.covered === false) return missingText('not_imported');
  if (figures.noStandard) return m.policy_gap_no_standard();
  if (id !== 'ceiling' && figures.awardedProjects === null) return missingText('no_awards');
  return m.what_if_no_base();
}

const fenOf = (sum: BeforeAfter<MoneySum>): BeforeAfter<number | null> => ({
  before: sum.before.fen,
  after: sum.after.fen,
});

/** One measure of some projects; nothing is known where no table was imported, which is not 0. */
export function comparedFigures(figures: CoveredFigures, id: WhatIfMeasureId): Compared {
  const reason = whyMissing(id, figures);
  const nothing = { before: null, after: null };
  const isCovered = figures.covered !== false;
  if (isMoney(id)) {
    const sum = figures[id];
    const values = isCovered && !figures.noStandard ? fenOf(sum) : nothing;
    return { kind: 'money', reason, leftOut: isCovered ? sum.after.leftOut : null, ...values };
  }
  const { before, after } = figures.eligibility;
  const values = isCovered ? { before: before[id], after: after[id] } : nothing;
  return { kind: 'count', reason, leftOut: null, ...values };
}

/** Draft less guide; null where one of them is missing. */
export const differenceOf = ({ before, after }: BeforeAfter<number | null>): number | null =>
  before === null || after === null ? null : after - before;

const grouped = (value: number, kind: Compared['kind']): string =>
  (kind === 'money' ? wordColumnMoney(value, 'wanYuan') : wordCount(value)).figure ?? '—';

/** A figure in 万元 or projects, for a cell. */
export const wordValue = (value: number | null, { kind, reason }: Pick<Compared, 'kind' | 'reason'>) =>
  value === null ? { figure: null, reason } : { figure: grouped(value, kind) };

/** A difference with its sign; a real 0 is “0”. */
export function wordDifference(value: number | null, of: Pick<Compared, 'kind' | 'reason'>) {
  if (value === null) return { figure: null, reason: of.reason };
  const text = grouped(value, of.kind);
  return { figure: value > 0 && text !== '0' ? `+${text}` : text.replace(/^\u22120$/, '0') };
}
