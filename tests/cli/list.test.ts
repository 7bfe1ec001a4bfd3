import { describe, expect, test } from 'vitest';
import { runPolicy } from '../../src/cli/policy/main';
import { runCommand } from './run-command';

interface Listed {
  counts: Record<string, number>;
  items: {
    id: string;
    section: string;
    quota: { value: number; source: object } | null;
    sub_quotas: { amount: number }[];
    subsidy: { kind: string; summary: { zh: string } };
    conditions: { id: string; source: object }[];
    indicators: { id: string }[];
    sources: { document: string; section: string; words: string }[];
  }[];
  forms: { id: string; indicators: object[] }[];
}

const list = async (year: string) =>
  (await runCommand(runPolicy, 'list', '--guide', year, '--format', 'json')).json() as Listed;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the guide of 2023', () => {
  test('27 items with quotas of 520 in all, 25 forms with 317 indicators, 94 directions, 23 fields', async () => {
    const { counts, items, forms } = await list('2023');
    expect(items).toHaveLength(27);
    expect(sum(items.map(({ quota }) => quota?.value ?? 0))).toBe(520);
    expect(forms.map(({ indicators }) => indicators.length).length).toBe(25);
    expect(sum(forms.map(({ indicators }) => indicators.length))).toBe(317);
    expect(counts).toMatchObject({
      items: 27,
      quota: 520,
      forms: 25,
      indicators: 317,
      directions: 94,
      direction_clusters: 15,
      centre_fields: 23,
    });
  });

  test('every item has section, standard, and its clauses with words', async () => {
    const { items } = await list('2023');
    for (const item of items) {
      expect(item.section.length).toBeGreaterThan(0);
      expect(item.subsidy.summary.zh.length).toBeGreaterThan(0);
      expect(item.sources.length, item.id).toBeGreaterThan(0);
      expect(item.sources.every(({ words }) => words.length > 0)).toBe(true);
    }
    const separate = items.filter(({ conditions }) => conditions.length === 0).map(({ id }) => id);
    expect(separate).toEqual([
      'guides/2023/free-diagnosis',
      'guides/2023/leading-service-providers',
      'guides/2023/charging-and-buses',
    ]);
  });
});

test('the guide of 2020: 19 items, 24 indicators in four forms, 71 tasks', async () => {
  const { counts } = await list('2020');
  expect(counts).toMatchObject({ items: 19, forms: 4, indicators: 24, tasks: 71 });
});

test('the draft has the forms and annexes of the guide that it copies', async () => {
  const { counts } = await list('2026');
  expect(counts).toMatchObject({ items: 27, quota: 520, indicators: 317, directions: 94 });
});

test('the text has a line an item and ends with the counts', async () => {
  const { text } = await runCommand(runPolicy, 'list', '--guide', '2023');
  expect(text).toContain('四/（一） 绿色化改造升级项目');
  expect(text.split('\n').at(-1)).toContain('indicators 317');
});

test('a year without a guide: exit code 2, with the years that exist', async () => {
  const run = await runCommand(runPolicy, 'list', '--guide', '2021');
  expect([run.code, run.text]).toEqual([2, '']);
  expect(run.complaint).toContain('2020、2023、2026');
});
