import { describe, expect, test } from 'vitest';
import { runPolicy } from '../../src/cli/policy/main';
import { factsFile, runCommand } from './run-command';

const evaluate = (facts: string, category = 'green-upgrade', ...more: string[]) =>
  runCommand(runPolicy, 'evaluate', '--guide', '2023', '--category', category, '--facts', facts, ...more);

describe('a project of 绿色化改造升级', () => {
  const input = (total: unknown) => factsFile(`green-${String(total)}`, { total_input: total });

  test('11,000 万元 of input meets the cap; half is paid first', async () => {
    const run = await evaluate(input(11_000), 'green-upgrade', '--format', 'json');
    expect(run.code).toBe(0);
    expect(run.json()).toMatchObject({
      guide: 2023,
      category: 'guides/2023/green-upgrade',
      eligibility: { answer: 'undetermined' },
      ceiling: { computable: true, fen: 2_000_000_000, bound: 'cap' },
      tranches: [
        { kind: 'first', planned_fen: 1_000_000_000 },
        { kind: 'final', planned_fen: 1_000_000_000 },
      ],
    });
  });

  test('one 分 below the threshold is not eligible, whatever else is unknown', async () => {
    const run = await evaluate(input('1999.999999万元'), 'green-upgrade', '--format', 'json');
    expect(run.json()).toMatchObject({ eligibility: { answer: 'not_met' } });
    expect((await evaluate(input(2000), 'green-upgrade', '--format', 'json')).json()).toMatchObject({
      eligibility: { answer: 'undetermined' },
    });
  });

  test('every clause is listed with its words, what was found and what is missing', async () => {
    const run = await evaluate(input(2000), 'guides/2023/green-upgrade', '--format', 'json');
    const found = run.json() as { eligibility: { conditions: Record<string, unknown>[] } };
    expect(found.eligibility.conditions.length).toBeGreaterThan(4);
    for (const condition of found.eligibility.conditions)
      expect(Object.keys(condition)).toEqual(
        expect.arrayContaining(['id', 'name', 'answer', 'looks', 'missing', 'source']),
      );
  });

  test('the text says the answer first', async () => {
    const run = await evaluate(input(11_000));
    expect(run.text.split('\n')[0]).toBe('2023 年 绿色化改造升级项目：待核实');
    expect(run.text).toContain('最高可补：2,000 万元');
  });
});

test('a separate notice is not computable and never 0', async () => {
  const facts = factsFile('notice', { declared_total_investment: 500 });
  const run = await evaluate(facts, 'free-diagnosis', '--format', 'json');
  expect(run.json()).toMatchObject({
    eligibility: { answer: 'undetermined' },
    ceiling: { computable: false, fen: null },
    tranches: null,
  });
});

describe('what does not exist is said, with exit code 2', () => {
  const good = factsFile('good', {});

  test('a year or a category that no guide has', async () => {
    const year = await runCommand(
      runPolicy,
      'evaluate',
      '--guide',
      '1999',
      '--category',
      'x',
      '--facts',
      good,
    );
    expect([year.code, year.complaint]).toEqual([2, expect.stringContaining('2020、2023、2026')]);
    const category = await evaluate(good, 'moon-landing');
    expect([category.code, category.complaint]).toEqual([2, expect.stringContaining('green-upgrade')]);
  });

  test('a missing file, a file that is no JSON object, unknown and wrong facts, all of them named', async () => {
    const runs = await Promise.all([
      evaluate('/nowhere/facts.json'),
      evaluate(factsFile('list', [])),
      evaluate(factsFile('broken', '{')),
      evaluate(factsFile('wrong', { total_inptu: 1, total_input: 'much', completion_date: '2022-02-30' })),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    const wrong = runs[3]?.complaint ?? '';
    for (const fact of ['total_inptu', 'total_input', 'completion_date']) expect(wrong).toContain(fact);
    expect(runs.every(({ text }) => text === '')).toBe(true);
  });

  test('a command, an option or a format that does not exist', async () => {
    const codes = await Promise.all([
      runCommand(runPolicy),
      runCommand(runPolicy, 'guess'),
      runCommand(runPolicy, 'evaluate', '--colour', 'red'),
      evaluate(good, 'green-upgrade', '--format', 'xml'),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  });
});
