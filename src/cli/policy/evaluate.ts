import { readFileSync } from 'node:fs';
import { assess, type Assessment } from '$lib/policy/conditions/assess';
import type { ConditionBook, Fact } from '$lib/policy/conditions/condition';
import type { ConditionAnswer } from '$lib/policy/conditions/evaluate';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import { givenFacts, type FactProblem, type GivenFacts } from '$lib/policy/conditions/given-facts';
import { conditionsOf, factById } from '$lib/policy/conditions/look-up';
import { subsidyOf } from '$lib/policy/look-up';
import type { Category, Guide, Rulebook } from '$lib/policy/rulebook';
import { UsageError } from '../usage-error';

const problemWords: Record<FactProblem['kind'], string> = {
  unknown_fact: '不是规则认识的事实 is no fact the rules know',
  unknown_type: '不是本项的类型 is no type of this item',
  not_an_amount: '不是金额（万元，或带单位）is no amount (万元, or with its unit)',
  not_a_number: '不是数 is no number',
  not_a_day: '不是日期 YYYY-MM-DD is no date',
  not_yes_or_no: '应为 true 或 false expected true or false',
  unknown_option: '不在选项之内 is none of the options',
};

const describeProblem = ({ fact, kind, found, expected }: FactProblem): string =>
  `  ${fact}: “${found}” ${problemWords[kind]}${expected.length > 0 ? ` (${expected.join(', ')})` : ''}`;

/** @throws UsageError when the file is missing, is no JSON object, or a fact in it is wrong */
export function readFactsFile(
  file: string | undefined,
  book: ConditionBook,
  category: Category,
): GivenFacts['facts'] {
  if (file === undefined) throw new UsageError('缺少 --facts FILE.json (a file of facts is needed)');
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`读不了 ${file}（cannot read）: ${reason}`, { cause });
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError(`${file}: 应为 {"事实": 值} 形式的 JSON 对象 (expected a JSON object of facts)`);
  const { facts, problems } = givenFacts(Object.fromEntries(Object.entries(content)), book, category);
  if (problems.length > 0) throw new UsageError([`${file}:`, ...problems.map(describeProblem)].join('\n'));
  return facts;
}

const named = (book: ConditionBook, id: string): Pick<Fact, 'id' | 'name'> => ({
  id,
  name: factById(book, id)?.name ?? { zh: '类型', en: 'Type' },
});

const conditionOut = (book: ConditionBook, facts: GivenFacts['facts'], answer: ConditionAnswer) => ({
  id: answer.condition.id,
  kind: answer.condition.kind,
  name: answer.condition.name,
  answer: answer.answer,
  leftToJudgement: answer.leftToJudgement,
  looks: answer.looks.map(({ test, state }) => ({
    test,
    found: factsOfLook(test).map((id) => ({ fact: id, value: facts[id] ?? null })),
    holds: state,
  })),
  missing: answer.missing.map((id) => named(book, id)),
  source: answer.condition.source,
});

/** Everything that the rules say of one project, ready to print: answers, reasons, ceiling, payments, gaps. */
export function evaluation(
  rulebook: Rulebook,
  book: ConditionBook,
  guide: Guide,
  category: Category,
  facts: GivenFacts['facts'],
) {
  const found: Assessment = assess(category, conditionsOf(book, category, guide), facts, rulebook.bases);
  const variant = facts['variant'] ?? null;
  const { capFen, tranches } = subsidyOf(category, typeof variant === 'string' ? variant : null);
  return {
    guide: guide.year,
    category: category.id,
    name: category.name,
    type: variant,
    eligibility: {
      answer: found.eligibility.answer,
      missing: found.eligibility.missing.map((id) => named(book, id)),
      conditions: found.eligibility.conditions.map((one) => conditionOut(book, facts, one)),
    },
    ceiling: {
      computable: found.ceiling.known !== null,
      ...(found.ceiling.known ?? { fen: null, gap: found.ceiling.gap }),
      cap: capFen,
    },
    tranches:
      found.tranches?.map((one, index) => ({ ...one, source: tranches[index]?.source ?? null })) ?? null,
    missing: found.missing.map((id) => named(book, id)),
  };
}

export type Evaluation = ReturnType<typeof evaluation>;
