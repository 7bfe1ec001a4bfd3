import { variantFact, type Condition, type Test } from '$lib/policy/conditions/condition';
import { factsOfLook, type LeafTest } from '$lib/policy/conditions/evaluate-test';

/** The tests without parts of their own, in the order in which they are written. */
export function leavesOf(test: Test): LeafTest[] {
  switch (test.kind) {
    case 'all':
    case 'any':
    case 'count':
      return test.tests.flatMap(leavesOf);
    case 'not':
      return leavesOf(test.test);
    default:
      return [test];
  }
}

/** Every fact that a condition looks at, where it applies and what it asks, each once; `variant` may be one. */
export const factsOf = ({ when, test }: Condition): string[] => [
  ...new Set([...(when ? leavesOf(when) : []), ...leavesOf(test)].flatMap(factsOfLook)),
];

/** The types that a condition is for, or null where it is for all; and what else it applies under. */
export interface AppliesTo {
  variantIds: string[] | null;
  /** The part of `when` that does not speak of types. */
  under: Test | null;
}

export function appliesTo({ when }: Condition): AppliesTo {
  const isTypes = (test: Test) => test.kind === 'one_of' && test.fact === variantFact;
  const parts = when === null ? [] : when.kind === 'all' ? when.tests : [when];
  const types = parts.find(isTypes);
  const rest = parts.filter((test) => test !== types);
  const [first = null] = rest;
  return {
    variantIds: types?.kind === 'one_of' ? types.options : null,
    under: rest.length > 1 ? { kind: 'all', tests: rest } : first,
  };
}
