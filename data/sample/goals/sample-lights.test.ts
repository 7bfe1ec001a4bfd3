import { expect, test } from 'vitest';
import type { Light } from '$lib/metrics/light';
import { rows } from '../tested-sample';
import { lightsBy, projectGoals } from './sample-lights';

const ofYear = (year: number) => projectGoals.filter(({ project }) => project.guide_year === year);
const running = ofYear(2023);
const share = (list: readonly Light[], light: Light) =>
  list.filter((one) => one === light).length / list.length;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('categories of 2023 show red, yellow, green and grey goals, most of them green', () => {
  const goals = lightsBy(({ project }) => project.category_id, running).map(({ goal }) => goal);
  expect(new Set(goals)).toEqual(new Set(['red', 'yellow', 'green', 'grey']));
  expect(share(goals, 'green')).toBeGreaterThan(0.6);
});

test('money and results of a category, a city or a cluster often have different lights', () => {
  const groups = [
    ...lightsBy(({ project }) => project.category_id, running),
    ...lightsBy(({ project }) => project.place_adcode, running),
    ...lightsBy(({ project }) => project.cluster_key, running),
  ];
  const pairs = new Set(groups.map(({ goal, budget }) => `${goal} ${budget}`));
  expect(pairs.size).toBeGreaterThanOrEqual(6);
  expect(pairs).toContain('green red');
  expect(pairs).toContain('yellow green');
});

test('of the cities 淮安 and 镇江 reach least, and clusters differ', () => {
  // Cities with their direct counties, whose few projects say little by themselves.
  const cities = new Map(rows.project.map((row) => [row.project_id, row.city_adcode]));
  const paces = lightsBy(({ project }) => cities.get(project.project_id) ?? '', running)
    .map(({ key, goalPace }) => ({ key, pace: goalPace ?? 0 }))
    .sort((a, b) => a.pace - b.pace);
  expect(new Set(paces.slice(0, 2).map(({ key }) => key))).toEqual(new Set(['320800', '321100']));
  const clusters = lightsBy(({ project }) => project.cluster_key, running).map(({ goal }) => goal);
  expect(new Set(clusters)).toEqual(new Set(['yellow', 'green']));
});

test('indicators show every light', () => {
  const all = running.flatMap(({ indicators }) => indicators.map(({ light }) => light.light));
  for (const light of ['red', 'yellow', 'green', 'blue', 'grey'] as const)
    expect(share(all, light)).toBeGreaterThan(0.02);
  expect(share(all, 'green')).toBeGreaterThan(0.5);
});

test('a project that is behind in money is often behind in results', () => {
  const pairs = running.flatMap(({ goalPace, budget }) =>
    goalPace === null || budget.pace === null ? [] : [{ goal: goalPace, money: budget.pace }],
  );
  const behind = pairs.filter(({ money }) => money < 0.6).map(({ goal }) => goal);
  const others = pairs.filter(({ money }) => money >= 0.6).map(({ goal }) => goal);
  expect(mean(behind)).toBeLessThan(mean(others) - 0.08);
  expect(behind.filter((pace) => pace > 0.9).length).toBeGreaterThan(10);
});
