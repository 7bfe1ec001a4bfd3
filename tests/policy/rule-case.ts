import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { fenFromDecimal } from '$lib/domain/money';
import type { Fact, FactValue, FactValues } from '$lib/policy/conditions/condition';

const casesFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'cases');

const answer = z.enum(['met', 'not_met', 'undetermined', 'not_applicable']);
const printed = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const changes = z.record(z.string(), printed);

const edge = z.strictObject({
  name: z.string().min(1),
  condition: z.string(),
  with: changes.default({}),
  fact: z.string(),
  below: z.strictObject({ value: printed, answer }),
  at: z.strictObject({ value: printed, answer }),
  above: z.strictObject({ value: printed, answer }),
});

const ceilingAt = z.strictObject({ value: z.number(), ceiling: z.number() });
const ceilingEdge = z.strictObject({
  name: z.string().min(1),
  with: changes.default({}),
  fact: z.string(),
  below: ceilingAt,
  at: ceilingAt,
  above: ceilingAt,
});

const wholeCase = z.strictObject({
  name: z.string().min(1),
  with: changes.default({}),
  /** eligible, ceiling, bound, first_tranche, or the answer of a condition by its id. */
  expect: z.record(z.string(), z.union([z.string(), z.number()])),
});

const caseFile = z.strictObject({
  item: z.string(),
  fulfils: changes,
  edges: z.array(edge).default([]),
  cases: z.array(wholeCase).default([]),
  ceilings: z.array(ceilingEdge).default([]),
});

export type CaseFile = z.infer<typeof caseFile>;
export type Edge = CaseFile['edges'][number];
type Printed = z.infer<typeof printed>;

/** Every case file with the place it stands in. @throws ZodError for a file that is not as the cases are written. */
export const caseFiles: { file: string; content: CaseFile }[] = readdirSync(casesFolder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.cases.yaml'))
  .sort()
  .map((file) => {
    const result = caseFile.safeParse(parse(readFileSync(path.join(casesFolder, file), 'utf8')));
    if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`);
    return { file, content: result.data };
  });

/** Up to six decimals, as the YAML prints them: 9999.999999 万元 is 99999999990 分 less one. */
const decimals = (value: number): string => value.toFixed(6);

/** Facts of the cases are written as the forms print them (money in 万元); the rules hold 分. */
export function factsOf(given: Record<string, Printed>, facts: ReadonlyMap<string, Fact>): FactValues {
  return Object.fromEntries(Object.entries(given).map(([id, value]) => [id, factValue(id, value, facts)]));
}

function factValue(id: string, value: Printed, facts: ReadonlyMap<string, Fact>): FactValue {
  if (id === 'variant') return value;
  const fact = facts.get(id);
  if (!fact) throw new Error(`no fact ${id}`);
  if (value === null) return null;
  if (fact.type !== 'money') return value;
  if (typeof value !== 'number') throw new Error(`${id} is money, found ${String(value)}`);
  return fenFromDecimal(decimals(value), 'wanYuan');
}

export const inFen = (wanYuan: number): number => fenFromDecimal(decimals(wanYuan), 'wanYuan');
