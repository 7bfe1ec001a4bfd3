import { expect, test } from 'vitest';
import type { LightRow } from '$lib/metrics/targets/place-lights';
import { groupGoals } from '$lib/metrics/targets/goal-groups';
import { readRulebook } from '$lib/policy/read-rules';
import { lightsTitle } from './explorer';

const goals = groupGoals('x', [], readRulebook().lights);
const row = (key: string, worse: LightRow['worse'], isListed = true): LightRow => ({
  key,
  label: isListed ? { zh: key, en: key } : null,
  goals,
  isGapAlarm: false,
  worse,
});

test('the title of the lights counts clusters, not what lies in none', () => {
  const rows = [row('a', 'red'), row('b', 'yellow'), row('none', 'red', false)];
  expect(lightsTitle(rows, 'cluster').replaceAll('\u00a0', ' ')).toContain(
    '2 个集群：1 个有红灯，1 个有黄灯',
  );
});
