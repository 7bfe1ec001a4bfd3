import { describe, expect, test } from 'vitest';
import { assess } from '$lib/policy/conditions/assess';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { categoryById, subsidyOf } from '$lib/policy/look-up';
import { readRulebook } from '$lib/policy/read-rules';
import { bareThresholds, conditionAnswer, mergedFacts, places, testConditions } from './case-conditions';
import { caseFiles, inFen, type CaseFile } from './rule-case';

const rulebook = readRulebook();
const book = readConditionBook();
const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
const guideCases = caseFiles.filter(({ content }) => content.item.startsWith('guides/'));
const conditionsOf = (id: string) => {
  const item = book.items[id];
  if (!item) throw new Error(`no item ${id}`);
  return item;
};

const merged = (content: CaseFile, ...changes: Record<string, unknown>[]) =>
  mergedFacts(content, facts, ...changes);

const assessed = (content: CaseFile, changes: CaseFile['fulfils']) => {
  const category = categoryById(rulebook, content.item);
  if (!category) throw new Error(`no category ${content.item}`);
  return assess(category, conditionsOf(content.item), merged(content, changes), rulebook.bases);
};

/** The answer to one expectation of a whole case: eligibility, ceiling, its bound, first payment, or a condition. */
function found(content: CaseFile, changes: CaseFile['fulfils'], key: string): string | number {
  const { eligibility, ceiling, tranches } = assessed(content, changes);
  if (key === 'eligible') return eligibility.answer;
  if (key === 'ceiling')
    return ceiling.known?.fen ?? (ceiling.gap?.kind === 'no_standard' ? 'not_computable' : 'undetermined');
  if (key === 'bound') return ceiling.known?.bound ?? 'none';
  if (key === 'first_tranche') return tranches?.[0]?.plannedFen ?? 'none';
  return conditionAnswer(conditionsOf(content.item), content, facts, changes, key);
}

describe.each(guideCases.map(({ content }) => [content.item, content] as const))('%s', (item, content) => {
  const { cases, ceilings } = content;
  testConditions(conditionsOf(item), content, facts);

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const answers = Object.keys(one.expect).map((key) => [key, found(content, one.with, key)]);
    const wanted = Object.entries(one.expect).map(([key, value]) => [
      key,
      typeof value === 'number' ? inFen(value) : value,
    ]);
    expect(answers).toEqual(wanted);
  });

  test.each(ceilings.map((one) => [one.name, one] as const))('ceiling: %s', (_, one) => {
    const amounts = places.map((place) =>
      found(content, { ...one.with, [one.fact]: one[place].value }, 'ceiling'),
    );
    expect(amounts).toEqual(places.map((place) => inFen(one[place].ceiling)));
  });
});

describe('coverage', () => {
  const items = Object.keys(book.items);
  const casesOf = (item: string) => guideCases.find(({ content }) => content.item === item)?.content;

  test('every item has a file of cases', () => {
    const covered = guideCases.map(({ content }) => content.item);
    expect(items.filter((item) => !covered.includes(item))).toEqual([]);
    expect(covered.length).toBe(new Set(covered).size);
  });

  test('every numeric threshold and date edge has a case at, one step below and one above', () => {
    const bare = items.flatMap((item) => bareThresholds(conditionsOf(item), casesOf(item), facts));
    expect(bare).toEqual([]);
  });

  test('every cap that a rate can reach has a case at, below and above', () => {
    const bare = items.flatMap((item) => {
      const content = casesOf(item);
      const category = categoryById(rulebook, item);
      if (!category) return [`${item} is in no guide`];
      const types = category.variants.length > 0 ? category.variants.map(({ id }) => id) : [null];
      return types.flatMap((type) => {
        const subsidy = subsidyOf(category, type);
        if (!subsidy.capFen || !['rate', 'actual', 'phases'].includes(subsidy.kind)) return [];
        const cap = subsidy.capFen.value;
        const covered = content?.ceilings.some(
          (one) =>
            inFen(one.at.ceiling) === cap &&
            inFen(one.below.ceiling) < cap &&
            inFen(one.above.ceiling) === cap &&
            (type === null || subsidy === category.subsidy || merged(content, one.with)['variant'] === type),
        );
        return covered ? [] : [`${item} ${type ?? ''}: ${cap}`];
      });
    });
    expect(bare).toEqual([]);
  });

  test('an item left to a separate notice is not computable and never 0', () => {
    const categories = rulebook.guides
      .flatMap((guide) => guide.categories)
      .filter((one) => one.separateNotice);
    expect(categories.length).toBeGreaterThan(0);
    for (const category of categories) {
      const item = book.items[category.id.replace('guides/2026', 'guides/2023')];
      const answer =
        item && assess(category, item, { declared_total_investment: 1_000_000_000 }, rulebook.bases);
      expect(answer?.ceiling).toMatchObject({ known: null, gap: { kind: 'no_standard' } });
      expect(answer?.tranches).toBeNull();
    }
  });
});
