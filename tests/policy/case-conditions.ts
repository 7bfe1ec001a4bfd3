import { expect, test } from 'vitest';
import type { Condition, Fact, FactValues, ItemConditions } from '$lib/policy/conditions/condition';
import { evaluateCondition, evaluateItem } from '$lib/policy/conditions/evaluate';
import { factsOf, type CaseFile, type Edge } from './rule-case';
import { edgesOf, type WantedEdge } from './thresholds';

export type Facts = ReadonlyMap<string, Fact>;
type Rules = Pick<ItemConditions, 'id' | 'conditions'>;

export const places = ['below', 'at', 'above'] as const;

/** The facts of a case: what fulfils everything, with its changes. */
export const mergedFacts = (
  content: CaseFile,
  facts: Facts,
  ...changes: Record<string, unknown>[]
): FactValues => factsOf(Object.assign({}, content.fulfils, ...changes) as CaseFile['fulfils'], facts);

/** @throws Error when the item has no such condition */
export function conditionById({ id: item, conditions }: Rules, id: string): Condition {
  const found = conditions.find((condition) => condition.id === id);
  if (!found) throw new Error(`${item} has no condition ${id}`);
  return found;
}

const whole = ({ id, conditions }: Rules): ItemConditions => ({
  id,
  conditions,
  applicant: null,
  cityLimit: null,
  ambiguities: [],
});

/** The answer to an expectation of a whole case: eligibility, or a condition by its id. */
export function conditionAnswer(rules: Rules, content: CaseFile, facts: Facts, changes: object, key: string) {
  const given = mergedFacts(content, facts, { ...changes });
  if (key === 'eligible') return evaluateItem(whole(rules), given).answer;
  return evaluateCondition(conditionById(rules, key), given).answer;
}

/** Tests of one file of cases: that `fulfils` does, and every edge at, below and above. */
export function testConditions(rules: Rules, content: CaseFile, facts: Facts): void {
  test('a project that fulfils everything misses no requirement', () => {
    const { conditions } = evaluateItem(whole(rules), mergedFacts(content, facts));
    const open = conditions.filter(
      ({ condition, answer }) => condition.kind !== 'priority' && !['met', 'not_applicable'].includes(answer),
    );
    expect(open.map(({ condition, missing }) => `${condition.id}: ${missing.join()}`)).toEqual([]);
  });

  test.each(content.edges.map((edge) => [edge.name, edge] as const))('%s: below, at, above', (_, edge) => {
    const answers = places.map((place) =>
      conditionAnswer(
        rules,
        content,
        facts,
        { ...edge.with, [edge.fact]: edge[place].value },
        edge.condition,
      ),
    );
    expect(answers).toEqual(places.map((place) => edge[place].answer));
  });
}

/** Whether an edge entry stands on the three values that a threshold asks for. */
function standsOn(content: CaseFile, facts: Facts, edge: Edge, wanted: WantedEdge): boolean {
  if (edge.condition !== wanted.condition || !wanted.facts.includes(edge.fact)) return false;
  const values = wanted.values(edge.fact, mergedFacts(content, facts, edge.with));
  const given = places.map(
    (place) => mergedFacts(content, facts, { [edge.fact]: edge[place].value })[edge.fact],
  );
  return values !== null && values.every((value, index) => value === given[index]);
}

/** Thresholds and date edges of an item that no case stands on, one step below and one above. */
export const bareThresholds = (rules: Rules, content: CaseFile | undefined, facts: Facts): string[] =>
  rules.conditions
    .flatMap((condition) => edgesOf(condition, facts))
    .filter((wanted) => !content?.edges.some((edge) => standsOn(content, facts, edge, wanted)))
    .map((wanted) => `${rules.id} ${wanted.condition}: ${wanted.shown}`);
