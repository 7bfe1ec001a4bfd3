import { describe, expect, test } from 'vitest';
import { guideOf } from '$lib/policy/look-up';
import { readRulebook } from '$lib/policy/read-rules';
import type { Category } from '$lib/policy/rulebook';

const rulebook = readRulebook();
const guide = guideOf(rulebook, 2023);
const categories = guide?.categories ?? [];
const slug = (category: Category) => category.id.replace('guides/2023/', '');

test('five areas hold the 27 numbered items, in the order of the text', () => {
  expect(guide?.areas.map((area) => area.name.zh)).toEqual([
    '智能化改造数字化转型',
    '关键核心技术（装备）工程化攻关',
    '自主品牌企业培育',
    '绿色化改造提升',
    '产业支撑体系建设',
  ]);
  expect(categories.map((category) => category.sequence)).toEqual(
    Array.from({ length: 27 }, (_, index) => index + 1),
  );
  const perArea = guide?.areas.map((area) => categories.filter((one) => one.areaId === area.id).length);
  expect(perArea).toEqual([13, 1, 5, 3, 5]);
});

test('the quotas sum to 520, and what has no quota says why', () => {
  const quotas = categories.map((category) => category.quota?.value ?? null);
  expect(quotas.reduce<number>((sum, quota) => sum + (quota === null ? 0 : quota), 0)).toBe(520);
  const without = categories.filter((category) => category.quota === null);
  expect(without.map(slug)).toEqual([
    'free-diagnosis',
    'leading-service-providers',
    'provincial-recognition-awards',
    'major-exhibitions-events',
    'charging-and-buses',
  ]);
  expect(without.every((category) => category.noQuotaReason !== null)).toBe(true);
});

test('ten parts have a quota of their own, as printed', () => {
  const parts = categories.flatMap((category) => category.subQuotas);
  expect(parts.map((part) => [part.id, part.bound, part.amount])).toEqual([
    ['identifier-resolution/secondary-node', 'max', 10],
    ['identifier-resolution/public-service-platform', 'max', 2],
    ['core-technology-engineering/disaster-and-safety', 'max', 4],
    ['core-technology-engineering/biomedicine', 'min', 5],
    ['mergers-acquisitions/biomedicine', 'min', 3],
    ['specialised-sme/biomedicine', 'min', 15],
    ['leading-software-firms/independent-software-firm', 'max', 5],
    ['leading-software-firms/specialised-software-firm', 'max', 10],
    ['information-consumption/consumption-innovation', 'max', 5],
    ['information-consumption/public-service-platform', 'max', 10],
  ]);
});

describe('what is left to a separate notice', () => {
  const left = categories.filter((category) => category.separateNotice !== null);

  test('three items are, with the words that say so', () => {
    expect(left.map(slug)).toEqual(['free-diagnosis', 'leading-service-providers', 'charging-and-buses']);
    expect(left.every((category) => category.separateNotice?.words.includes('另行通知'))).toBe(true);
  });

  test('their subsidy is unknown with a reason and holds no amount', () => {
    for (const { subsidy } of left) {
      expect(subsidy).toMatchObject({ kind: 'unknown', capFen: null, fixedFen: null, components: [] });
      expect(subsidy.reason).not.toBeNull();
    }
  });
});

test('the 25 KPI forms each belong to one item', () => {
  const forms = categories.flatMap((category) => category.kpiForms);
  expect(forms).toEqual(Array.from({ length: 25 }, (_, index) => `1-${index + 1}`));
});

test('annex 6 names a division for all items but four', () => {
  const without = categories.filter((category) => category.ownerDivision === null).map(slug);
  expect(without).toEqual([
    'free-diagnosis',
    'leading-service-providers',
    'major-exhibitions-events',
    'charging-and-buses',
  ]);
});

test('short names fit a chart', () => {
  const all = rulebook.guides.flatMap((one) => one.categories);
  expect(all.filter((category) => category.shortName.zh.length > 12).map((category) => category.id)).toEqual(
    [],
  );
});
