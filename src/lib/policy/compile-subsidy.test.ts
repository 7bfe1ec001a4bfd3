import { expect, test } from 'vitest';
import { categoryById, subsidyOf } from './look-up';
import { readRulebook } from './read-rules';

const rulebook = readRulebook();
const standard = (id: string, variantId: string | null = null) => {
  const category = categoryById(rulebook, `guides/${id}`);
  if (!category) throw new Error(`no item ${id}`);
  return subsidyOf(category, variantId);
};

test.each([
  ['2023/high-end-upgrade', null, '≤ 10 %，≤ 4000 万元', '≤ 10 %, ≤ 40 million yuan'],
  ['2020/high-end-upgrade', null, '10 %，≤ 4000 万元', '10 %, ≤ 40 million yuan'],
  ['2023/identifier-resolution', 'secondary-node', '400 万元', '4 million yuan'],
  ['2023/talent-training', null, '按实际投入，≤ 300 万元', 'actual spending, ≤ 3 million yuan'],
  ['2023/free-diagnosis', null, '另行通知', 'Separate notice'],
  ['2020/innovation-centre-development', null, '≤ 1000 万元', '≤ 10 million yuan'],
])('the standard of %s %s reads %s', (id, variant, zh, en) => {
  expect(standard(id, variant).summary).toEqual({ zh, en });
});

test('several bases are named, phases are told apart', () => {
  expect(standard('2023/specialised-sme').summary.zh).toBe('软硬件投入 ≤ 20 % + 贷款利息 ≤ 40 %，≤ 500 万元');
  expect(standard('2023/it-innovation-laboratory').summary.zh).toBe(
    '首期 30 %（≤ 300 万元），后期 ≤ 200 万元，合计 ≤ 500 万元',
  );
});

test('an item whose types have standards of their own shows them and has none itself', () => {
  const subsidy = standard('2023/identifier-resolution');
  expect(subsidy).toMatchObject({ kind: 'unknown', capFen: null });
  expect(subsidy.summary.zh).toBe('400 万元；≤ 20 %，≤ 2000 万元');
});

test('printed 万元 become 分, bounds and tiers are kept', () => {
  expect(standard('2023/green-upgrade').capFen).toMatchObject({ value: 2_000_000_000 });
  expect(standard('2023/green-upgrade').components[0]).toMatchObject({ percent: 20, bound: 'at_most' });
  expect(standard('2020/solution-providers').tiers?.value).toEqual([200_000_000, 300_000_000, 500_000_000]);
});
