import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { roundPoints, scoreProject } from '$lib/policy/scoring/score';
import { weightedParts } from '$lib/policy/scoring/scoring';
import { formOf, row, rules, scored, variantOf, wan } from './made-up-form';

const value = z.union([z.number(), z.string(), z.null()]);
const rowSchema = z.strictObject({
  part: z.enum(['output', 'outcome', 'satisfaction', 'management']),
  direction: z.enum(['higher', 'lower']).default('higher'),
  target: value,
  actual: value,
  weight: z.number(),
  points: z.number().nullable(),
  explain: z.enum(['over', 'shortfall']).nullable().default(null),
});
const caseSchema = z.strictObject({
  name: z.string(),
  variant: z.string(),
  budget: z.number().nullable(),
  paid: z.number().nullable(),
  deductions: z.array(z.number()).default([]),
  rows: z.array(rowSchema).min(1),
  execution: z.number().nullable(),
  parts: z.array(z.number()).optional(),
  points: z.number().nullable(),
  between: z.tuple([z.number(), z.number()]).optional(),
  grade: z.string().nullable().default(null),
});
const cases = z.array(caseSchema).parse(parse(readFileSync('tests/policy/scoring/score.cases.yaml', 'utf8')));
type Case = (typeof cases)[number];

const fen = (amount: number | null) => (amount === null ? null : wan(amount));
const rounded = (points: number | null) => (points === null ? null : roundPoints(points));

function scoreOfCase({ variant, budget, paid, rows, deductions }: Case) {
  const form = formOf(
    rows.map(({ part, direction, target }, index) =>
      row(
        `r${index}`,
        part,
        typeof target === 'string' ? { kind: 'qualitative', direction: 'none' } : { direction },
      ),
    ),
  );
  const values = Object.fromEntries(
    rows.map(({ target, actual }, index): [string, [typeof target, typeof actual]] => [
      `r${index}`,
      [target, actual],
    ]),
  );
  const taken = deductions.map((points) => ({ points, reason: '演示' }));
  const money = { budgetFen: fen(budget), paidFen: fen(paid) };
  return scoreProject(scored(form, values, { deductions: taken }), money, rules, variantOf(variant));
}

describe('whole scores, case by case', () => {
  test.each(cases)('$name', (one) => {
    const score = scoreOfCase(one);
    expect(rounded(score.execution.points)).toBe(one.execution);
    expect(
      score.lines.map(({ weight, points, explain }) => [rounded(weight), rounded(points), explain]),
    ).toEqual(one.rows.map(({ weight, points, explain }) => [weight, points, explain]));
    if (one.parts) expect(score.parts.map(({ points }) => rounded(points))).toEqual(one.parts);
    expect(score.points).toBe(one.points);
    expect([score.least, score.most]).toEqual(one.between ?? [one.points, one.points]);
    expect(score.grade?.name.zh ?? null).toBe(one.grade);
  });

  test('no variant, no grade, no weighted part and no reason to explain is without a case', () => {
    const has = <T>(list: readonly T[]) => new Set(list);
    const variants = has(cases.map(({ variant }) => variant));
    const grades = has(cases.map(({ grade }) => grade));
    const parts = has<string>(['execution', ...cases.flatMap(({ rows }) => rows.map(({ part }) => part))]);
    expect(rules.variants.filter(({ id }) => !variants.has(id))).toEqual([]);
    expect(rules.grades.filter(({ name }) => !grades.has(name.zh))).toEqual([]);
    expect(weightedParts.filter((part) => !parts.has(part))).toEqual([]);
    expect(has(cases.flatMap(({ rows }) => rows.map(({ explain }) => explain))).size).toBe(3);
  });

  test('every formula has its words in both languages', () => {
    for (const words of Object.values(rules.formulas)) expect([words.zh, words.en].every(Boolean)).toBe(true);
    expect(rules.version).not.toBe('');
  });
});
