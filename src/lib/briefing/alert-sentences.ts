import { m } from '$lib/i18n/paraglide/messages';
import type { Alert } from '$lib/metrics/views/alerts';
import { labelOf, spokenMoney, spokenPercent } from './wording';

/** The figure at the right of an alarm: what stands against which limit. */
export function alertFigure(alert: Alert): string {
  switch (alert.kind) {
    case 'red_light':
      return m.alert_figure_red({
        percent: spokenPercent(alert.execution ?? 0),
        gap: spokenMoney(alert.gapFen ?? 0),
      });
    case 'overspent':
    case 'near_appropriation':
      return m.alert_figure_money({ used: spokenMoney(alert.used), limit: spokenMoney(alert.limit) });
    case 'sub_quota_short':
      return m.alert_figure_short({ used: alert.used, limit: alert.limit });
    default:
      return m.alert_figure_count({ used: alert.used, limit: alert.limit });
  }
}

/** Why an alarm stands there, in one sentence. */
export function alertSentence(alert: Alert): string {
  const part = alert.subQuota ? labelOf(alert.subQuota.label) : '';
  const gap = alert.gap ?? 0;
  switch (alert.kind) {
    case 'over_quota':
      return m.alert_over_quota({ gap });
    case 'overspent':
      return m.alert_overspent({ gap: spokenMoney(alert.gapFen ?? 0) });
    case 'sub_quota_over':
      return m.alert_sub_quota_over({ part, gap });
    case 'sub_quota_short':
      return m.alert_sub_quota_short({ part, gap });
    case 'red_light':
      return m.alert_red_light({ pace: spokenPercent(alert.pace ?? 0) });
    case 'at_quota':
      return m.alert_at_quota();
    case 'sub_quota_full':
      return m.alert_sub_quota_full({ part });
    case 'applications_over_quota':
      return alert.subQuota
        ? m.alert_applications_over_part({ part, gap })
        : m.alert_applications_over({ gap });
    case 'near_quota':
      return m.alert_near_quota({ left: alert.limit - alert.used });
    case 'near_appropriation':
      return m.alert_near_appropriation({ left: spokenMoney(alert.limit - alert.used) });
  }
}
