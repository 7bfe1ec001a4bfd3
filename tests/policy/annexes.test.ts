import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readRulebook } from '$lib/policy/read-rules';
import { rulesFolder } from '$lib/policy/read-yaml';
import { dated, inWords, namesWithWords, quantities, sources, touched } from './annex-words';

const annexes = readAnnexes();
const rulebook = readRulebook();
const categories = rulebook.guides.flatMap((guide) => guide.categories);
const ofGuide = (year: number) =>
  categories.filter((category) => category.guideYear === year).map((category) => category.id);

describe('2020', () => {
  test('附件1-2 has 71 tasks; 21 rows print no number', () => {
    const { tasks } = annexes.tasks2020;
    expect(tasks).toHaveLength(71);
    expect(tasks.filter(({ numberPrinted }) => !numberPrinted)).toHaveLength(21);
    expect(tasks[47]).toMatchObject({ number: 48, numberPrinted: true });
    expect(tasks.every(({ target }) => target.zh.length <= 40)).toBe(true);
    expect(new Set(tasks.map(({ name }) => name.zh)).size).toBe(71);
  });

  test('附件1-1 has eight fields that reach the seven items of technical upgrade', () => {
    const { fields } = annexes.supportFields2020;
    expect(fields).toHaveLength(8);
    const upgrade = categories.filter(
      ({ id, areaId }) => id.includes('/2020/') && areaId === 'technical-upgrade',
    );
    expect(new Set(fields.map(({ categoryId }) => categoryId))).toEqual(new Set(upgrade.map(({ id }) => id)));
  });

  test('附件1-3 and 1-4 have 3, 18 and 12 rows with their numbers', () => {
    expect(annexes.tables2020.map(({ rows }) => rows.length)).toEqual([3, 18, 12]);
    const count = (kind: string) =>
      annexes.tables2020.map(
        ({ rows }) =>
          rows.flatMap(({ conditions }) => conditions).filter(({ test: one }) => one.kind === kind).length,
      );
    expect(count('quantity')).toEqual([2, 58, 21]);
    expect(count('dates')).toEqual([0, 0, 4]);
  });

  test('the tables and the tasks reach every item outside technical upgrade', () => {
    const rows = annexes.tables2020.flatMap(({ rows: all, withoutRow }) => [
      ...all.flatMap(({ categoryIds }) => categoryIds),
      ...withoutRow.map(({ categoryId }) => categoryId),
    ]);
    const reached = [
      ...rows,
      annexes.tasks2020.categoryId,
      ...annexes.supportFields2020.fields.map(({ categoryId }) => categoryId),
    ];
    expect(new Set(reached)).toEqual(new Set(ofGuide(2020)));
  });
});

test('13 clusters of 2019 run into 14 of 2023; the other two have no predecessor', () => {
  const { clusters, withoutPredecessor, mapping } = annexes.clusters2019;
  expect(mapping).toBe('ours');
  expect(clusters).toHaveLength(13);
  expect(new Set(clusters.flatMap(({ mapsTo }) => mapsTo)).size).toBe(14);
  expect(withoutPredecessor.map(({ clusterId }) => clusterId)).toEqual([
    'green-food',
    'new-digital-industries',
  ]);
});

describe('2020 beside 2023', () => {
  const { comparisons } = annexes.comparisons;

  test('each of the 19 and 27 items stands in exactly one group', () => {
    expect(comparisons.flatMap(({ earlierIds }) => earlierIds).sort()).toEqual(ofGuide(2020).sort());
    expect(comparisons.flatMap(({ laterIds }) => laterIds).sort()).toEqual(ofGuide(2023).sort());
    expect([ofGuide(2020).length, ofGuide(2023).length]).toEqual([19, 27]);
  });

  test('items whose figures are joined stand in one group', () => {
    for (const { id, corresponds, guideYear } of categories.filter((one) => one.guideYear === 2023)) {
      const group = comparisons.find(({ laterIds }) => laterIds.includes(id));
      const earlier = corresponds.filter((other) => other.startsWith('guides/2020/'));
      expect([guideYear, id, earlier.filter((other) => !group?.earlierIds.includes(other))]).toEqual([
        2023,
        id,
        [],
      ]);
    }
  });

  test('the platforms of 2020 are split', () => {
    const platforms = comparisons.find(({ earlierIds }) =>
      earlierIds.includes('guides/2020/industry-service-platforms'),
    );
    expect(platforms?.relation).toBe('split');
    expect(platforms?.laterIds).toContain('guides/2023/identifier-resolution');
  });
});

test('every number stands in its words', () => {
  const found = quantities(annexes);
  expect(found.length).toBeGreaterThan(90);
  expect(found.filter((one) => !inWords(one))).toEqual([]);
});

test('every date stands in its words', () => {
  const found = dated(annexes);
  expect(found).toHaveLength(7);
  expect(found.filter(({ year, words }) => !words.includes(`${year}年`))).toEqual([]);
});

test('names stand in their words', () => {
  const { directions, contacts, tasks2020, supportFields2020, tables2020, clusters2019 } = annexes;
  const named = namesWithWords([
    directions.directions,
    contacts.contacts,
    tasks2020.tasks,
    supportFields2020.fields,
    tables2020.map(({ rows }) => rows),
    clusters2019.clusters,
  ]);
  expect(named).toHaveLength(94 + 24 + 71 + 8 + 33 + 13);
  expect(named.filter(({ name, words }) => !words.includes(name) && !name.includes(words))).toEqual([]);
});

test('words are few', () => {
  expect(sources(annexes).filter(({ words }) => words.length > 60)).toEqual([]);
});

test('the unclear places of the annexes stand with a reading', () => {
  const wanted = [
    'A-17',
    'A-19',
    'C-01',
    'C-02',
    'C-03',
    'D-01',
    'D-02',
    'D-03',
    'D-04',
    'T-05',
    'T-06',
    'T-07',
  ];
  const told = touched(annexes);
  expect([...wanted, 'T-08', 'T-09', 'V-30', 'V-31'].filter((id) => !told.includes(id))).toEqual([]);
});

test('no file of the annexes lies unread', () => {
  const files = ['annexes', 'comparisons'].flatMap((folder) =>
    readdirSync(path.join(rulesFolder, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    ),
  );
  expect(files.sort()).toEqual([
    '2020-2023.yaml',
    '2020/core-technology-tasks.yaml',
    '2020/leading-firms.yaml',
    '2020/solution-providers.yaml',
    '2020/support-fields.yaml',
    '2020/upgrade-platforms.yaml',
    '2023/authenticity-checklist.yaml',
    '2023/award-agreement.yaml',
    '2023/commitments.yaml',
    '2023/contacts.yaml',
    '2023/core-technology-directions.yaml',
    '2023/training-directions.yaml',
    'units.yaml',
  ]);
});
