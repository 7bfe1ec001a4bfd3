import { m } from '$lib/i18n/paraglide/messages';
import { pointsBetween, spokenPercent } from '../wording';

/** “60 % of the money is paid, 15 points behind time”: money against the share of time gone. */
export function paceClause(execution: number, timeShare: number | null): string {
  const percent = spokenPercent(execution);
  if (timeShare === null) return m.headline_paid({ percent });
  const points = pointsBetween(execution, timeShare);
  if (points === 0) return m.headline_paid_on_time({ percent });
  return points < 0
    ? m.headline_paid_behind({ percent, points: -points })
    : m.headline_paid_ahead({ percent, points });
}
