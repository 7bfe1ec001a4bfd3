import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { contextOf, libraryOf, project } from './fixtures/small-library';
import { ids, smallRulebook } from './fixtures/small-rulebook';
import { filterDefaults, openFilters, startingGuideYear } from './filter-defaults';
import type { Filters } from './filters';
import { readFilters, searchLength, stages, writeFilters } from './filters';

const { rulebook, meta } = contextOf(libraryOf({ project: [project('P1')] }));
const defaults = filterDefaults(rulebook, meta);
const read = (text: string) => readFilters(new URLSearchParams(text), defaults);
const write = (changes: Partial<Filters>) =>
  writeFilters({ ...openFilters(2023), ...changes }, defaults).toString();

/** Filters that can be chosen: parts of a category only with it, a category only inside its area. */
const chosen: fc.Arbitrary<Filters> = fc
  .record({
    category: fc.constantFrom(null, ...smallRulebook.guides.flatMap((guide) => guide.categories)),
    year: fc.constantFrom(2023, 2026),
    withArea: fc.boolean(),
    part: fc.nat(),
    asOf: fc.option(fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days))),
    region: fc.constantFrom(null, '320100', '320583', '320581'),
    group: fc.constantFrom(null, 'south' as const, 'middle' as const, 'north' as const),
    directOnly: fc.boolean(),
    clusterId: fc.constantFrom(null, 'biomedicine', 'none', 'unknown'),
    stage: fc.constantFrom(null, ...stages),
    search: fc
      .string({ maxLength: searchLength, unit: 'grapheme' })
      .map((text) => text.trim().slice(0, searchLength).trim()),
  })
  .map(({ category, year, withArea, part, ...rest }) => ({
    ...rest,
    guideYear: category?.guideYear ?? year,
    areaId: withArea ? (category?.areaId ?? 'making') : null,
    categoryId: category?.id ?? null,
    subQuotaId: category?.subQuotas[part % 3]?.id ?? null,
  }));

describe('filters in the address', () => {
  test('what is written is read back, whatever was chosen', () => {
    fc.assert(
      fc.property(chosen, (filters) => {
        const address = writeFilters(filters, defaults).toString();
        expect(readFilters(new URLSearchParams(address), defaults)).toEqual(filters);
      }),
    );
  });

  test('whatever stands in an address, what is read can be written and read again', () => {
    const names = [
      'year',
      'date',
      'area',
      'category',
      'part',
      'region',
      'group',
      'direct',
      'cluster',
      'stage',
      'q',
    ];
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom('2023', '2026', 'making', ids.alpha, ids.biomedicine, '1', 'none'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), values)), (pairs) => {
        const once = readFilters(new URLSearchParams(pairs), defaults);
        expect(readFilters(writeFilters(once, defaults), defaults)).toEqual(once);
      }),
    );
  });

  test('an empty address is the default state, and the default state an empty address', () => {
    expect(read('')).toEqual(openFilters(2023));
    expect(write({})).toBe('');
  });

  test('only what differs is written, always in the same order', () => {
    expect(write({ search: '演示', areaId: 'making', guideYear: 2026 })).toBe(
      'year=2026&area=making&q=%E6%BC%94%E7%A4%BA',
    );
    expect(write({ directOnly: true, region: '320583' })).toBe('region=320583&direct=1');
  });

  test('unknown values are dropped', () => {
    expect(
      read('year=1999&date=2025-02-30&area=x&category=y&region=310000&group=east&cluster=z&stage=done'),
    ).toEqual(openFilters(2023));
    expect(read('region=320000').region).toBeNull();
    expect(read('direct=yes').directOnly).toBe(false);
  });

  test('values that contradict each other are dropped', () => {
    expect(read(`area=greening&category=${ids.alpha}`)).toMatchObject({
      areaId: 'greening',
      categoryId: null,
    });
    expect(read(`category=${ids.draftAlpha}`).categoryId).toBeNull();
    expect(read(`part=${ids.biomedicine}`).subQuotaId).toBeNull();
    expect(read(`category=${ids.beta}&part=${ids.biomedicine}`).subQuotaId).toBeNull();
    expect(read(`category=${ids.alpha}&part=${ids.biomedicine}`).subQuotaId).toBe(ids.biomedicine);
  });
});

describe('the guide year a page opens with', () => {
  const yearFor = (guideYears: number[]) => startingGuideYear(rulebook, { ...meta, guideYears });

  test('is the latest guide in force that the library has rows of, never a draft beside one', () => {
    expect(yearFor([2023, 2026])).toBe(2023);
  });

  test('is the library’s own year when it has rows of a draft only', () => {
    expect(yearFor([2026])).toBe(2026);
  });

  test('is the latest guide in force when the library is empty', () => {
    expect(yearFor([])).toBe(2023);
  });
});
