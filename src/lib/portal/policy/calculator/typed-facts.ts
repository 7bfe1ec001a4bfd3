import { givenFacts, type FactProblem } from '$lib/policy/conditions/given-facts';
import { variantFact, type ConditionBook, type FactValues } from '$lib/policy/conditions/condition';
import type { Category } from '$lib/policy/rulebook';

/** What stands in the fields, by fact: as typed. Empty or absent is unknown; yes and no are words. */
export type TypedFacts = Readonly<Record<string, string>>;

export interface ReadFacts {
  facts: FactValues;
  /** What is wrong with a field, by fact. */
  problems: ReadonlyMap<string, FactProblem>;
}

/** Full-width figures count, and so do commas between thousands. */
const tidy = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/(\d)[,\s](?=\d{3})/g, '$1')
    .trim();

/** The facts that the fields hold; a field that is not understood is unknown and says why. */
export function readTyped(typed: TypedFacts, book: ConditionBook, category: Category): ReadFacts {
  const given = Object.fromEntries(Object.entries(typed).map(([id, text]) => [id, tidy(text)]));
  const { facts, problems } = givenFacts(given, book, category);
  return { facts, problems: new Map(problems.map((problem) => [problem.fact, problem])) };
}

const pairPattern = /^([a-z][a-z0-9_]*):([A-Za-z0-9.\-\u4e00-\u9fff%]*)$/;

/** The fields as one short text for the address: “total_input:12000;construction_started:yes”. */
export const writeTyped = (typed: TypedFacts): string | null =>
  Object.entries(typed)
    .map(([id, text]) => `${id}:${tidy(text)}`)
    .filter((pair) => !pair.endsWith(':') && pairPattern.test(pair))
    .join(';') || null;

/** Fields of an address; what does not look like a field is dropped, what is no fact too. */
export function typedOf(
  text: string | null,
  { facts }: Pick<ConditionBook, 'facts'>,
): Record<string, string> {
  const known = new Set([variantFact, ...facts.map(({ id }) => id)]);
  const pairs = (text ?? '').split(';').flatMap((pair): [string, string][] => {
    const [, id = '', value = ''] = pairPattern.exec(pair) ?? [];
    return known.has(id) ? [[id, value]] : [];
  });
  return Object.fromEntries(pairs);
}
