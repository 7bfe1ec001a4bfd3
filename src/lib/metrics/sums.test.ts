import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LibraryRows } from '$lib/domain/tables';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import type { DimensionId } from './dimensions';
import { openFilters } from './filter-defaults';
import { appropriation, contextOf, libraryOf, loadSmall, payment, project } from './fixtures/small-library';
import { ids } from './fixtures/small-rulebook';
import { measureBy } from './measure-by';
import type { MeasureId } from './measures';
import { allMeasures } from './measures';
import { scopeOf } from './scope';

let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
});
afterAll(() => engine.close());

const asOf = '2025-06-30';
const day = fc.constantFrom('2024-02-29', '2025-06-29', asOf, '2025-07-01');
const fen = fc.option(fc.integer({ min: 0, max: 900_000_000_000 }));
const place = fc.constantFrom(
  { city_adcode: '320100', county_adcode: null, reports_directly: false },
  { city_adcode: '320500', county_adcode: '320581', reports_directly: false },
  { city_adcode: '320500', county_adcode: '320583', reports_directly: true },
  { city_adcode: '321200', county_adcode: '321283', reports_directly: true },
);

const someProject = fc.record({
  category_id: fc.constantFrom(ids.alpha, ids.beta, ids.gamma, ids.delta),
  cluster_id: fc.constantFrom(null, 'biomedicine', 'core-software'),
  in_cluster: fc.constantFrom(null, true, false),
  submitted_on: fc.option(day),
  awarded_on: fc.option(day),
  terminated_on: fc.option(day),
  accepted_on: fc.option(day),
  award_fen: fen,
  requested_fen: fen,
  ceiling_fen: fen,
  total_investment_fen: fen,
});

const libraries: fc.Arbitrary<LibraryRows> = fc
  .array(
    fc.tuple(someProject, place, fc.array(fc.tuple(day, fc.nat({ max: 1_000_000 })), { maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((entries) =>
    libraryOf({
      project: entries.map(([changes, where], index) => project(`P${index}`, { ...changes, ...where })),
      disbursement: entries.flatMap(([, , paid], index) =>
        paid.map(([on, amount], sequence) => payment(`P${index}`, on, amount, sequence + 1)),
      ),
      appropriation: [appropriation(ids.alpha, 5_000_000), appropriation(ids.gamma, 7)],
    }),
  );

const groupings: DimensionId[] = [
  'place',
  'cluster',
  'category',
  'area',
  'region_group',
  'stage',
  'county',
  'variant',
];

const slow = { timeout: 60_000 };

test('rows by any dimension roll up to the total that one statement gives, ratios too', slow, async () => {
  await fc.assert(
    fc.asyncProperty(libraries, async (rows) => {
      await loadSmall(engine, rows);
      const { meta } = contextOf(rows, { asOf });
      const scope = scopeOf(openFilters(2023), meta);
      for (const dimension of groupings) {
        const measures: MeasureId[] = allMeasures
          .filter((measure) => measure.groupBy.includes(dimension))
          .map((measure) => measure.id);
        const apart = await measureBy(engine, meta, { measures, by: [dimension], scope });
        const whole = await measureBy(engine, meta, { measures, by: [], scope });
        for (const id of measures) {
          const { value, undetermined, part, whole: divisor } = whole.rows[0]?.figures[id] ?? {};
          expect({ id, dimension, ...apart.total()[id] }).toMatchObject({
            id,
            dimension,
            value,
            undetermined,
            part,
            whole: divisor,
          });
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('money equals plain loops over the rows, to the 分', slow, async () => {
  await fc.assert(
    fc.asyncProperty(libraries, async (rows) => {
      await loadSmall(engine, rows);
      const { meta } = contextOf(rows, { asOf });
      const measured = await measureBy(engine, meta, {
        measures: ['awarded', 'paid', 'unpaid', 'applications', 'awards'],
        by: [],
        scope: scopeOf(openFilters(2023), meta),
      });
      let [awarded, unpaid, applications, awards, unknownAwards] = [0, 0, 0, 0, 0];
      for (const row of rows.project) {
        if (row.submitted_on === null || row.submitted_on <= asOf) applications += 1;
        if (row.awarded_on === null || row.awarded_on > asOf) continue;
        awards += 1;
        if (row.award_fen === null) unknownAwards += 1;
        else awarded += row.award_fen;
        if (row.award_fen === null || (row.terminated_on !== null && row.terminated_on <= asOf)) continue;
        unpaid += row.award_fen;
        for (const entry of rows.disbursement) {
          if (entry.project_id === row.project_id && entry.paid_on <= asOf) unpaid -= entry.paid_fen;
        }
      }
      let paid = 0;
      for (const entry of rows.disbursement) if (entry.paid_on <= asOf) paid += entry.paid_fen;
      const figures = measured.total();
      expect(figures.paid.value).toBe(paid);
      expect(figures.awards.value).toBe(awards);
      expect(figures.applications.value).toBe(applications);
      expect(figures.awarded.undetermined).toBe(unknownAwards);
      expect(figures.awarded.value).toBe(awarded === 0 && unknownAwards > 0 ? null : awarded);
      if (figures.unpaid.value !== null) expect(figures.unpaid.value).toBe(unpaid);
    }),
    { numRuns: 20 },
  );
});
