import type { Indicator, KpiForm } from '$lib/policy/forms/form';
import { readForms } from '$lib/policy/forms/read-forms';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { scoreProject, type Score, type ScoredForm, type ScoredMoney } from '$lib/policy/scoring/score';
import type { ScoreVariant } from '$lib/policy/scoring/scoring';

/** Forms of our own making, with the rules as they are: what the tests of this folder score. */

export const rules = readScoring();
export const forms = readForms();
export const variantOf = (id: string): ScoreVariant => {
  const found = rules.variants.find((one) => one.id === id);
  if (!found) throw new Error(`no variant ${id}`);
  return found;
};

export const defaultVariant = variantOf('weights-10-50-30-10');

const sample = forms[0];
if (!sample) throw new Error('there are no forms');
export const row = (id: string, part: Indicator['part'], changes: Partial<Indicator> = {}): Indicator => {
  const [first] = sample.indicators;
  if (!first) throw new Error('the form has no rows');
  const plain = { unit: null, readAs: null, group: null, required: null, mayBlank: null, parts: null };
  const name = { zh: `演示指标${id}`, en: `Demo ${id}` };
  return {
    ...first,
    ...plain,
    id,
    name,
    part,
    kind: 'quantitative',
    direction: 'higher',
    options: [],
    ...changes,
  };
};
/** A form of our own making: rows with parts, nothing else. */
export const formOf = (indicators: Indicator[]): KpiForm => ({
  ...sample,
  groups: [],
  choices: [],
  rowMinimums: [],
  openRows: [],
  indicators,
  ownIndicators: [],
});

export type Values = Record<string, [target: number | string | null, actual: number | string | null]>;
export const value = (one: number | string) =>
  typeof one === 'number' ? { number: one, text: null } : { number: null, text: one };
export const scored = (form: KpiForm, values: Values, changes: Partial<ScoredForm> = {}): ScoredForm => {
  const side = (index: 0 | 1) =>
    new Map(
      Object.entries(values).flatMap(([key, pair]) => {
        const one = pair[index];
        return one === null ? [] : [[key, value(one)] as const];
      }),
    );
  return { form, groups: [], own: [], targets: side(0), actuals: side(1), deductions: [], ...changes };
};
export const wan = (amount: number) => Math.round(amount * 1_000_000);
export const paidInFull: ScoredMoney = { budgetFen: wan(285.84), paidFen: wan(285.84) };
export const score = (
  values: Values,
  indicators: Indicator[],
  variant = defaultVariant,
  money = paidInFull,
): Score => scoreProject(scored(formOf(indicators), values), money, rules, variant);
