import { labelOf, placeName } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { CentreLine } from '$lib/metrics/views/centres';
import type { WindowState } from '$lib/policy/centres/assessment-cycle';
import type { CentreRules } from '$lib/policy/centres/centres';
import type { Rectification } from '$lib/policy/centres/rectification';
import type { ReportState } from '$lib/policy/centres/report-periods';
import type { LampColour } from '$lib/ui/lamp';
import { portal } from '../portal.svelte';

/** A city's name; null where none is written. */
export function cityName(adcode: string | null): string | null {
  const found = portal.rulebook.regions.find((region) => region.adcode === adcode);
  return found ? placeName(found) : adcode;
}

export const fieldName = ({ fields }: CentreRules, number: number | null): string | null => {
  const found = fields.find((field) => field.number === number);
  return found ? labelOf(found.name) : null;
};

export const windowYears = ({ firstYear, lastYear }: { firstYear: number; lastYear: number }): string =>
  firstYear === lastYear ? String(lastYear) : m.centres_years_between({ first: firstYear, last: lastYear });

export const windowWord = (state: WindowState): string =>
  ({ assessed: m.centres_window_assessed, open: m.centres_window_open, missed: m.centres_window_missed })[
    state
  ]();

export const windowLamp: Record<WindowState, LampColour> = { assessed: 'green', open: 'grey', missed: 'red' };

export const mendingWord = (state: Rectification['state']): string =>
  ({
    running: m.centres_mending_running,
    overdue: m.centres_mending_overdue,
    mended: m.centres_mending_mended,
    failed_again: m.centres_mending_failed_again,
  })[state]();

export const mendingLamp: Record<Rectification['state'], LampColour> = {
  running: 'yellow',
  overdue: 'red',
  mended: 'green',
  failed_again: 'red',
};

export const reportWord = (state: ReportState): string =>
  ({
    in_time: m.centres_report_in_time,
    late: m.centres_report_late,
    handed_in: m.centres_report_handed_in,
    due: m.centres_report_due,
    missing: m.centres_report_missing,
  })[state]();

export const reportLamp: Record<ReportState, LampColour> = {
  in_time: 'green',
  late: 'yellow',
  handed_in: 'green',
  due: 'grey',
  missing: 'red',
};

/** What comes next for a centre: its time to mend, else its next assessment. */
export function nextWords({ rectification, next, isNational, approvedOn }: CentreLine): string | null {
  if (rectification && rectification.state !== 'mended') {
    const day = rectification.endsOn;
    return rectification.state === 'running'
      ? m.centres_next_mending({ day })
      : mendingWord(rectification.state);
  }
  if (isNational === true) return m.centres_next_national();
  if (approvedOn === null) return m.centres_next_unknown();
  return next ? m.centres_next({ years: windowYears(next) }) : null;
}
