import rules from 'virtual:fundlens-rules';
import { describe, expect, test } from 'vitest';
import { countLights, lightAt, lightOf, useOf } from './light';

const steps = rules.lights;
const hair = 1e-6;

describe('lights by the steps of the rules', () => {
  test('red below its step, yellow exactly on it', () => {
    expect(lightOf(steps.redBelow - hair, steps)).toBe('red');
    expect(lightOf(steps.redBelow, steps)).toBe('yellow');
    expect(lightOf(steps.redBelow + hair, steps)).toBe('yellow');
  });

  test('yellow below its step, green exactly on it', () => {
    expect(lightOf(steps.yellowBelow - hair, steps)).toBe('yellow');
    expect(lightOf(steps.yellowBelow, steps)).toBe('green');
    expect(lightOf(steps.yellowBelow + hair, steps)).toBe('green');
  });

  test('green below the blue step, blue from it on', () => {
    expect(lightOf(steps.blueFrom - hair, steps)).toBe('green');
    expect(lightOf(steps.blueFrom, steps)).toBe('blue');
    expect(lightOf(steps.blueFrom + hair, steps)).toBe('blue');
  });

  test('a step is met exactly although binary division misses it', () => {
    for (let timeShare = 0.01; timeShare <= 1; timeShare += 0.01) {
      const progress = { value: timeShare * steps.redBelow, reason: null };
      expect(lightAt(progress, timeShare, steps).light).toBe('yellow');
    }
  });

  test('no progress at all is red, a missing report is grey with its reason', () => {
    expect(lightOf(0, steps)).toBe('red');
    expect(lightAt({ value: null, reason: 'no_disbursements' }, 0.5, steps)).toEqual({
      light: 'grey',
      pace: null,
      reason: 'no_disbursements',
    });
  });

  test('before the period begins there is no pace', () => {
    expect(lightAt({ value: 0, reason: null }, 0, steps)).toMatchObject({
      light: 'grey',
      reason: 'not_started',
    });
    expect(lightAt({ value: 0, reason: null }, null, steps)).toMatchObject({
      light: 'grey',
      reason: 'no_appropriation',
    });
  });

  test('lights are counted by colour', () => {
    expect(countLights(['red', 'grey', 'red'])).toEqual({ red: 2, yellow: 0, green: 0, blue: 0, grey: 1 });
  });
});

describe('use of a limit', () => {
  const limit = 1_000;
  const near = Math.round(steps.nearLimitFrom * limit);

  test('near from the step of the rules on', () => {
    expect(useOf(near - 1, limit, steps)).toBe('room');
    expect(useOf(near, limit, steps)).toBe('near');
    expect(useOf(near + 1, limit, steps)).toBe('near');
  });

  test('full exactly at the limit, over from one above', () => {
    expect(useOf(limit - 1, limit, steps)).toBe('near');
    expect(useOf(limit, limit, steps)).toBe('full');
    expect(useOf(limit + 1, limit, steps)).toBe('over');
  });
});
