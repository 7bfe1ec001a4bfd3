import { missingText, unitName } from '$lib/briefing/wording';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { BeforeAfter, QuotaUse } from '$lib/metrics/what-if/what-if-view';
import { comparedFigures, isMoney, measureName, type Compared, type CoveredFigures } from './shown-measures';

/** A row of the figures before and after. */
export interface KeyLine {
  key: string;
  label: string;
  unit: string;
  compared: Compared;
  /** Of what the figure is made, and what it leaves out. */
  note: string;
}

const order = ['met', 'notMet', 'undetermined', 'ceiling', 'awards', 'firstYear'] as const;

function moneyNote(figures: CoveredFigures, id: 'ceiling' | 'awards' | 'firstYear'): string {
  const { counted, leftOut, estimated } = figures[id].after;
  if (counted + leftOut === 0) return '';
  const made =
    m.what_if_note_counted({ count: showNumber(counted) }) +
    (estimated > 0 ? m.what_if_note_estimated({ count: showNumber(estimated) }) : '');
  return leftOut > 0
    ? [made, m.what_if_note_left_out({ count: showNumber(leftOut) })].join(m.policy_semicolon())
    : made;
}

function applicantsLine(figures: CoveredFigures): KeyLine {
  const known = figures.covered === false ? null : figures.applicants;
  return {
    key: 'applicants',
    label: m.what_if_applicants(),
    unit: m.unit_projects(),
    compared: {
      kind: 'count',
      before: known,
      after: known,
      reason: missingText('not_imported'),
      leftOut: null,
    },
    note: '',
  };
}

function quotaLine(figures: CoveredFigures, quota: BeforeAfter<QuotaUse> | null): KeyLine {
  const used = quota?.after.used ?? null;
  return {
    key: 'quota',
    label: m.what_if_headroom(),
    unit: m.unit_projects(),
    compared: {
      kind: 'count',
      before: quota?.before.headroom ?? null,
      after: quota?.after.headroom ?? null,
      reason: missingText(quota === null ? 'no_quota' : 'no_awards'),
      leftOut: null,
    },
    note:
      quota === null
        ? ''
        : m.what_if_note_quota({
            quota: showNumber(quota.after.quota),
            used: used === null ? '—' : showNumber(used),
          }),
  };
}

/** The figures of the whole draft or of one item, in the order in which they follow from each other. */
export function keyLines(figures: CoveredFigures, quota: BeforeAfter<QuotaUse> | null): KeyLine[] {
  const measured = order.map((id): KeyLine => ({
    key: id,
    label: measureName(id),
    unit: isMoney(id) ? unitName('wanYuan') : m.unit_projects(),
    compared: comparedFigures(figures, id),
    note: isMoney(id)
      ? moneyNote(figures, id)
      : id === 'undetermined' && figures.eligibility.after.undetermined > 0
        ? m.what_if_note_undetermined()
        : '',
  }));
  return [applicantsLine(figures), ...measured, quotaLine(figures, quota)];
}
