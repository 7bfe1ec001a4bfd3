import { expect, test } from 'vitest';
import { categoryById, guideOf } from '$lib/policy/look-up';
import { readRulebook } from '$lib/policy/read-rules';

const rulebook = readRulebook();
const guide = guideOf(rulebook, 2020);
const wan = 1_000_000;

test('four parts, no total quotas, each with the reason', () => {
  expect(guide?.areas.map((area) => area.name.zh)).toEqual([
    '技术改造升级',
    '关键核心技术（装备）攻关',
    '龙头骨干企业培育',
    '产业升级平台建设',
  ]);
  expect(guide?.categories.every((one) => one.quota === null && one.noQuotaReason !== null)).toBe(true);
});

test.each([
  ['high-end-upgrade', 10, 4000],
  ['epidemic-supplies', 50, 300],
  ['core-technology-engineering', 30, 2000],
  ['mergers-acquisitions', 5, 3000],
  ['specialised-sme', 20, 500],
  ['generic-technology-development', 20, 2000],
  ['industry-service-platforms', 20, 2000],
  ['sme-service-platforms', 20, 500],
  ['solution-providers', 20, 500],
])('%s: %i %%, at most %i 万元', (slug, percent, capWan) => {
  const subsidy = categoryById(rulebook, `guides/2020/${slug}`)?.subsidy;
  expect(subsidy?.components.map((one) => one.percent)).toEqual([percent]);
  expect(subsidy?.capFen?.value).toBe(capWan * wan);
});

test('links between 2020 and 2023 stand in both years', () => {
  const all = rulebook.guides.filter((one) => one.copyOf === null).flatMap((one) => one.categories);
  const links = all.flatMap((one) => one.corresponds.map((other) => `${one.id} ${other}`));
  const back = all.flatMap((one) => one.corresponds.map((other) => `${other} ${one.id}`));
  expect(links.sort()).toEqual(back.sort());
});

test('the draft of 2026 has the items, quotas and parts of 2023 under ids of its own', () => {
  const draft = guideOf(rulebook, 2026);
  const original = guideOf(rulebook, 2023);
  expect(draft).toMatchObject({ draft: true, copyOf: 2023 });
  expect(draft?.categories.map((one) => one.id)).toEqual(
    original?.categories.map((one) => one.id.replace('/2023/', '/2026/')),
  );
  expect(draft?.categories.map((one) => one.subQuotas)).toEqual(
    original?.categories.map((one) => one.subQuotas),
  );
  expect(draft?.categories.map((one) => one.corresponds[0])).toEqual(
    original?.categories.map((one) => one.id),
  );
});
