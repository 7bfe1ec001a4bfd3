import type { IsoDate } from '../../domain/calendar';
import type { Comparison, DateEdge, Test } from '../conditions/condition';
import type { LeafTest } from '../conditions/evaluate-test';

/** The looks of a test in the order of the text; the first one is number 1. */
export function looksOf(test: Test): LeafTest[] {
  if (test.kind === 'not') return looksOf(test.test);
  if (test.kind === 'all' || test.kind === 'any' || test.kind === 'count') return test.tests.flatMap(looksOf);
  return [test];
}

/** The test with one of its looks, by number, replaced; unchanged where there is no such look. */
function withLook(test: Test, number: number, change: (look: LeafTest) => LeafTest): Test {
  let seen = 0;
  const walk = (part: Test): Test => {
    if (part.kind === 'not') return { ...part, test: walk(part.test) };
    if (part.kind === 'all' || part.kind === 'any' || part.kind === 'count')
      return { ...part, tests: part.tests.map(walk) };
    seen += 1;
    return seen === number ? change(part) : part;
  };
  return walk(test);
}

/** The test with one bound of one look at another value. */
export const withBound = (test: Test, number: number, bound: Comparison, value: number): Test =>
  withLook(test, number, (look) =>
    'bounds' in look
      ? {
          ...look,
          bounds: look.bounds.map((one) => (one.comparison === bound ? { ...one, value } : one)),
        }
      : look,
  );

const moved = (edge: DateEdge | null, day: IsoDate): DateEdge | null => (edge ? { ...edge, day } : null);

/** The test with one edge of one window on another day; it stays included or excluded. */
export const withDay = (test: Test, number: number, edge: 'from' | 'to', day: IsoDate): Test =>
  withLook(test, number, (look) =>
    look.kind === 'date' ? { ...look, [edge]: moved(look[edge], day) } : look,
  );

/** False where nothing can ever meet a look: a window that ends before it begins, bounds that shut each other out. */
export function fitsSomething(look: LeafTest): boolean {
  if (look.kind === 'date') {
    const { from, to } = look;
    return (
      from === null ||
      to === null ||
      from.day < to.day ||
      (from.day === to.day && from.included && to.included)
    );
  }
  if (!('bounds' in look)) return true;
  const lower = look.bounds.filter(
    ({ comparison }) => comparison === 'at_least' || comparison === 'more_than',
  );
  const upper = look.bounds.filter(
    ({ comparison }) => comparison === 'at_most' || comparison === 'less_than',
  );
  return lower.every((low) =>
    upper.every(
      (high) =>
        low.value < high.value ||
        (low.value === high.value && low.comparison === 'at_least' && high.comparison === 'at_most'),
    ),
  );
}
