import { expect, test } from 'vitest';
import { projectStatuses } from '$lib/domain/library';
import { categoryById, subsidyOf } from '$lib/policy/look-up';
import { readRulebook } from '$lib/policy/read-rules';
import { subQuotaStates } from '$lib/policy/sub-quota-members';
import { longTables } from './csv-table';
import { shortTables } from './finish-sample';
import { awarded, members, meta, paidOf, payments, recoveries, rows, sum, tranches } from './tested-sample';
import { fenOfWan } from './wan';

const rulebook = readRulebook();

test('an award is whole 万元, at most what was asked, its policy ceiling and its cap', () => {
  for (const row of awarded) {
    const award = row.award_fen ?? 0;
    const category = categoryById(rulebook, row.category_id);
    const cap = (category && subsidyOf(category, row.variant_id).capFen?.value) ?? Infinity;
    expect(award).toBeGreaterThan(0);
    expect(award % fenOfWan(1)).toBe(0);
    expect(award).toBeLessThanOrEqual(Math.min(row.ceiling_fen ?? Infinity, cap, row.requested_fen ?? 0));
  }
});

test('planned tranches make up the award, and no more is paid than planned', () => {
  for (const row of awarded) {
    const planned = tranches.get(row.project_id) ?? [];
    expect(sum(planned.map((one) => one.planned_fen))).toBe(row.award_fen);
    for (const payment of payments.get(row.project_id) ?? []) {
      const tranche = planned.find((one) => one.sequence === payment.sequence);
      expect(payment.paid_fen).toBe(tranche?.planned_fen);
    }
  }
  const awardedIds = new Set(awarded.map((row) => row.project_id));
  expect([...tranches.keys(), ...payments.keys()].filter((id) => !awardedIds.has(id))).toEqual([]);
});

test('dates follow the life cycle and none lies after asOf', () => {
  for (const row of rows.project) {
    const paid = (payments.get(row.project_id) ?? []).map((payment) => payment.paid_on);
    const steps = [row.submitted_on, row.awarded_on, ...paid].filter((day) => day !== null);
    expect(steps).toEqual([...steps].sort());
    expect((row.start_date ?? '') < (row.end_date ?? '')).toBe(true);
    for (const day of [...steps, row.accepted_on ?? '', row.terminated_on ?? '']) {
      expect(day <= meta.asOf).toBe(true);
    }
    if (row.accepted_on !== null) {
      expect(row.accepted_on > (row.end_date ?? '')).toBe(true);
      expect(row.accepted_on > (row.awarded_on ?? '')).toBe(true);
    }
    if (row.terminated_on !== null) expect(paid.every((day) => day < (row.terminated_on ?? ''))).toBe(true);
  }
});

test('the status says what the dates and payments say', () => {
  for (const row of rows.project) {
    const planned = (tranches.get(row.project_id) ?? []).length;
    const paid = (payments.get(row.project_id) ?? []).length;
    expect(projectStatuses).toContain(row.status);
    expect(row.awarded_on === null).toBe(row.award_fen === null);
    if (row.status === 'settled') expect(paid).toBe(planned);
    if (row.status === 'awarded') expect(paid).toBe(0);
    if (row.status === 'accepted') expect(row.accepted_on).not.toBeNull();
    expect(row.status === 'terminated' || row.status === 'recovered').toBe(row.terminated_on !== null);
    if (row.guide_year === 2026) expect(row.awarded_on).toBeNull();
  }
});

test('money comes back from terminated projects only, at most what was paid, after the end', () => {
  expect(rows.recovery.length).toBeGreaterThan(3);
  for (const row of rows.project) {
    const recovered = recoveries.get(row.project_id) ?? [];
    if (recovered.length === 0) continue;
    expect(sum(recovered.map((one) => one.recovered_fen))).toBeLessThanOrEqual(paidOf(row));
    expect(recovered.every((one) => row.terminated_on !== null && one.recovered_on > row.terminated_on)).toBe(
      true,
    );
  }
});

test('a directly reporting county carries its city, and only the three counties do', () => {
  const direct = rows.project.filter((row) => row.reports_directly);
  const pairs = new Set(direct.map((row) => `${row.county_adcode} in ${row.city_adcode}`));
  expect([...pairs].sort()).toEqual(['320583 in 320500', '321283 in 321200', '321322 in 321300']);
});

test('about 12 % lie outside the clusters, and say so', () => {
  const outside = rows.project.filter((row) => row.cluster_id === null);
  expect(outside.length / rows.project.length).toBeGreaterThan(0.08);
  expect(outside.length / rows.project.length).toBeLessThan(0.16);
  expect(rows.project.every((row) => row.in_cluster === (row.cluster_id !== null))).toBe(true);
});

test('a project counts for a sub-quota exactly where the rules say so', () => {
  for (const row of rows.project) {
    const category = categoryById(rulebook, row.category_id);
    if (!category) throw new Error(`no category ${row.category_id}`);
    const facts = { variantId: row.variant_id, clusterId: row.cluster_id, inCluster: row.in_cluster };
    const expected = subQuotaStates(category, facts).filter(({ state }) => state !== 'out');
    const found = (members.get(row.project_id) ?? []).map((one) => ({
      subQuotaId: one.sub_quota_id,
      state: one.state,
    }));
    expect(found).toEqual(expected.sort((a, b) => (a.subQuotaId < b.subQuotaId ? -1 : 1)));
  }
});

test('every category and type is one of the rules', () => {
  for (const row of rows.project) {
    const category = categoryById(rulebook, row.category_id);
    expect(category?.guideYear).toBe(row.guide_year);
    const types = (category?.variants ?? []).map((variant) => variant.id);
    if (types.length > 0) expect(types).toContain(row.variant_id);
    else expect(row.variant_id).toBeNull();
  }
});

test('every row names the sample as its source and its own place in the package', () => {
  expect(rows.source_file).toMatchObject([{ file_id: 'sample', name: '演示数据包' }]);
  for (const table of [...shortTables, ...longTables]) {
    const strays = rows[table].filter(
      ({ source_file_id: file, source_sheet: sheet, source_row: row }, index) =>
        file !== 'sample' || sheet !== table || row !== index + 2,
    );
    expect(strays).toEqual([]);
  }
});
