import { describe, expect, test } from 'vitest';
import { annexEntries, annexSections } from '../annexes/annex-sections';
import { policy, printedGuide, rulebook } from '../fixtures/printed-guides';
import { findInGuide } from './find-in-guide';
import { guideCounts } from './guide-counts';
import { searchEntries } from './search-entries';

const guide = printedGuide(2023);

describe('the guide of 2023 as the page reads it', () => {
  test('has 27 items with quotas of 520, and counts no quota as 0', () => {
    const counts = guideCounts(guide);
    expect([counts.items, counts.quota]).toEqual([27, 520]);
    expect(counts.withQuota).toBe(guide.items.filter(({ category }) => category.quota !== null).length);
    expect(counts.forms).toBe(new Set(guide.items.flatMap(({ forms }) => forms.map(({ id }) => id))).size);
    const { requirement, exclusion, document, priority } = counts.byGroup;
    expect(requirement + exclusion + document + priority).toBe(counts.conditions);
  });

  test('gives every item the forms that it names, and a draft those of its original', () => {
    for (const { category, forms } of guide.items) {
      expect(forms.map(({ id }) => id)).toEqual(expect.arrayContaining(category.kpiForms));
    }
    const draft = printedGuide(2026);
    expect(draft.items.map(({ forms }) => forms.length)).toEqual(
      guide.items.map(({ forms }) => forms.length),
    );
  });

  test('each item has a place of its own on the page', () => {
    const slugs = guide.items.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});

describe('its search', () => {
  const entries = searchEntries(guide.items);
  const fields = (query: string) =>
    new Set(findInGuide(entries, query).flatMap(({ hits }) => hits.map(({ field }) => field)));

  test('reaches names, indicators, unclear places and quoted words', () => {
    expect(fields('绿色化改造升级项目')).toContain('name');
    expect(fields('节能量')).toContain('indicator');
    expect(fields('A-32')).toEqual(new Set());
    expect(fields('扫描本')).toContain('ambiguity');
    expect(fields('不超过50个')).toContain('words');
  });

  test('reaches the annexes of the year', () => {
    const sections = annexSections(policy.annexes, rulebook.clusters, guide.guide);
    const found = findInGuide(annexEntries(sections), '燃料电池');
    expect(found.map(({ entry }) => entry.slug)).toContain('annex-1-26');
  });
});

describe('the annexes', () => {
  const sectionsOf = (year: number) =>
    annexSections(policy.annexes, rulebook.clusters, printedGuide(year).guide);

  test('of 2023 are those beside forms and tables; a draft shows the same', () => {
    expect(sectionsOf(2023).map(({ number }) => number)).toEqual(['1-26', '1-27', '3', '4', '5', '6']);
    expect(sectionsOf(2026).map(({ number }) => number)).toEqual(['1-26', '1-27', '3', '4', '5', '6']);
  });

  test('hold every direction and every task once', () => {
    const lines = (year: number, slug: string) =>
      sectionsOf(year)
        .find((section) => section.slug === slug)
        ?.groups.flatMap((group) => group.lines.filter((line) => line.number !== null)) ?? [];
    expect(lines(2023, 'annex-1-26')).toHaveLength(policy.annexes.directions.directions.length);
    expect(lines(2020, 'annex-1-2')).toHaveLength(policy.annexes.tasks2020.tasks.length);
  });

  test('have places of their own on the page', () => {
    for (const year of [2020, 2023]) {
      const slugs = sectionsOf(year).map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
    }
  });
});
