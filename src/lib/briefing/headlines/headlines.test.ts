import rulebook from 'virtual:fundlens-rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import type { LibraryMeta } from '$lib/domain/library';
import { emptyLibrary } from '$lib/domain/tables';
import { openFilters } from '$lib/metrics/filter-defaults';
import type { Filters } from '$lib/metrics/filters';
import { loadCompare } from '$lib/metrics/views/compare';
import { loadOverview } from '$lib/metrics/views/overview';
import { loadQuota } from '$lib/metrics/views/quota';
import { policyRows } from '$lib/policy/policy-rows';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { citiesTitle, compareTitle } from './compare';
import { alertsTitle, areasTitle, overviewLead, overviewTitle, tilesTitle, timelineTitle } from './overview';
import { bulletTitle, quotaTitle, subQuotasTitle } from './quota';

const sample = loadSample();
const filters = (patch: Partial<Filters> = {}): Filters => ({ ...openFilters(2023), ...patch });
let engine: Engine;
let meta: LibraryMeta = sample.meta;
const context = () => ({ rulebook, meta });

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, sample.rows);
});
afterAll(() => engine.close());

const of2023 = sample.rows.project.filter((project) => project.guide_year === 2023);
const awarded = of2023.filter(
  (project) => project.awarded_on !== null && project.awarded_on <= sample.meta.asOf,
);
const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}\u00A0%`;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('titles state what the rows say', () => {
  test('the overview names the share paid, red lights and quotas passed', async () => {
    const ids = new Set(of2023.map((project) => project.project_id));
    const paid = sum(
      sample.rows.disbursement
        .filter((row) => ids.has(row.project_id) && row.paid_on <= sample.meta.asOf)
        .map((row) => row.paid_fen),
    );
    const budget = sum(
      sample.rows.appropriation.filter((row) => row.guide_year === 2023).map((row) => row.amount_fen),
    );
    const view = await loadOverview(engine, context(), filters());
    expect(overviewTitle(view)).toContain(percent(paid, budget));
    const reds = view.alerts.filter((alert) => alert.kind === 'red_light').length;
    expect(overviewTitle(view)).toContain(`${reds}\u00A0类亮红灯`);
    expect(overviewTitle(view)).toContain('1\u00A0类超名额');
    expect(overviewLead(view)).toContain(String(awarded.length));
  });

  test('areas, course, tiles and alarms find their own extremes', async () => {
    const view = await loadOverview(engine, context(), filters());
    const behind = [...view.areas].sort((a, b) => (b.pace.behind ?? 0) - (a.pace.behind ?? 0))[0];
    expect(areasTitle(view)).toContain(behind?.shortName.zh ?? '');
    expect(timelineTitle(view)).toMatch(/^拨付从 \d{4}\u00A0年起落后于计划，现差 /);
    expect(tilesTitle(view)).toMatch(/^淮安拨付最慢，常州最快/);
    const broken = view.alerts.filter((alert) => alert.severity === 'broken').length;
    expect(alertsTitle(view)).toContain(`${broken}\u00A0处越线`);
  });

  test('the quota page counts quotas passed and minimums not reached', async () => {
    const view = await loadQuota(engine, context(), filters());
    expect(quotaTitle(view)).toMatch(/名额用去 88\u00A0%/);
    expect(bulletTitle(view)).toMatch(/^1\u00A0类超名额，3\u00A0类用满，2\u00A0处分项低于下限$/);
    expect(subQuotasTitle(view)).toContain('2\u00A0处不足');
  });

  test('the comparison names leaders and the last by the chosen measure', async () => {
    const request = { measureId: 'awards', matrixMeasureId: 'awards' } as const;
    const view = await loadCompare(engine, context(), filters(), request);
    const count = (city: string) =>
      awarded.filter((project) => project.city_adcode === city && !project.reports_directly).length;
    const cities = rulebook.regions
      .filter((region) => region.level === 'city')
      .sort((a, b) => count(b.adcode) - count(a.adcode));
    expect(compareTitle(view)).toContain(cities[0]?.short ?? '');
    expect(citiesTitle(view)).toContain(String(count(cities.at(-1)?.adcode ?? '')));
  });
});

describe('titles where something is not known', () => {
  test('a scope without projects says so', async () => {
    const view = await loadOverview(engine, context(), filters({ search: '没有这样的项目' }));
    expect(overviewTitle(view)).toContain('没有符合条件的项目');
  });

  test('a library of summary tables alone speaks of applications, not of money paid', async () => {
    const project = of2023.slice(0, 5).map((row) => ({ ...row, awarded_on: null, award_fen: null }));
    await loadLibrary(engine, { ...emptyLibrary(), project });
    meta = { ...sample.meta, kind: 'own', datasets: ['projects'], guideYears: [2023] };
    const view = await loadOverview(engine, context(), filters());
    expect(overviewTitle(view)).toMatch(/^申报 5\u00A0个，申请补助 /);
    expect(overviewLead(view)).toContain('未导入预算');
  });
});
