import type { Bound, Comparison, DateEdge, Test } from '../conditions/condition.ts';
import type { LeafTest } from '../conditions/evaluate-test.ts';
import type { FactSqlType } from './fact-types.ts';
import {
  allOf,
  anyOf,
  dateLiteral,
  doubleLiteral,
  monthsLater,
  quoteName,
  quoteText,
  reduced,
  wholeLiteral,
  wideInteger,
} from './sql-text.ts';

/** The SQL type of every fact that a test may look at. */
export type FactTypes = ReadonlyMap<string, FactSqlType>;

const operators: Record<Comparison, string> = {
  at_least: '>=',
  more_than: '>',
  at_most: '<=',
  less_than: '<',
};

const isMoney = (fact: string, types: FactTypes): boolean => types.get(fact) === 'BIGINT';

function amountSql(facts: readonly string[], bounds: readonly Bound[], types: FactTypes): string {
  // In the order of the text and from 0, as the evaluator adds: sums of decimals depend on the order.
  const sum = facts.length === 1 ? quoteName(String(facts[0])) : `(${facts.map(quoteName).join(' + ')})`;
  const literal = facts.every((fact) => isMoney(fact, types)) ? wholeLiteral : doubleLiteral;
  return allOf(bounds.map(({ comparison, value }) => `${sum} ${operators[comparison]} ${literal(value)}`));
}

/** A hundred times the fact, as a whole number. */
const hundredths = (fact: string, types: FactTypes): string =>
  isMoney(fact, types)
    ? `(CAST(${quoteName(fact)} AS ${wideInteger}) * 100)`
    : `CAST(ROUND(${quoteName(fact)} * 100) AS ${wideInteger})`;

function shareSql(part: string, whole: string, bounds: readonly Bound[], types: FactTypes): string {
  return allOf(
    bounds.map(({ comparison, value }) => {
      const share = reduced(Math.round(value * 100), 10_000);
      const found = `${hundredths(part, types)} * ${wholeLiteral(share.whole)}`;
      const wanted = `${hundredths(whole, types)} * ${wholeLiteral(share.part)}`;
      return `${found} ${operators[comparison]} ${wanted}`;
    }),
  );
}

const durationSql = (from: string, to: string, bounds: readonly Bound[]): string =>
  allOf(
    bounds.map(
      ({ comparison, value }) =>
        `${quoteName(to)} ${operators[comparison]} ${monthsLater(quoteName(from), value)}`,
    ),
  );

const edgeSql = (fact: string, edge: DateEdge | null, side: '>' | '<'): string[] =>
  edge === null ? [] : [`${quoteName(fact)} ${side}${edge.included ? '=' : ''} ${dateLiteral(edge.day)}`];

function lookSql(test: LeafTest, types: FactTypes): string {
  switch (test.kind) {
    case 'amount':
      return amountSql(test.facts, test.bounds, types);
    case 'share':
      return shareSql(test.part, test.whole, test.bounds, types);
    case 'duration':
      return durationSql(test.from, test.to, test.bounds);
    case 'date':
      return allOf([...edgeSql(test.fact, test.from, '>'), ...edgeSql(test.fact, test.to, '<')]);
    case 'holds':
      return quoteName(test.fact);
    case 'one_of':
      return `${quoteName(test.fact)} IN (${test.options.map(quoteText).join(', ')})`;
  }
}

function countSql(tests: readonly string[], wanted: number): string {
  const met = tests.map((test) => `CASE WHEN ${test} THEN 1 ELSE 0 END`).join(' + ');
  const metOrOpen = tests.map((test) => `CASE WHEN NOT ${test} THEN 0 ELSE 1 END`).join(' + ');
  const number = wholeLiteral(wanted);
  return `CASE WHEN ${met} >= ${number} THEN TRUE WHEN ${metOrOpen} < ${number} THEN FALSE END`;
}

/**
 * A test as a boolean expression over columns named by fact; null where the evaluator leaves it open. SQL's own
 * AND, OR and NOT are Kleene's.
 */
export function testSql(test: Test, types: FactTypes): string {
  const parts = (tests: readonly Test[]) => tests.map((one) => testSql(one, types));
  switch (test.kind) {
    case 'all':
      return allOf(parts(test.tests));
    case 'any':
      return anyOf(parts(test.tests));
    case 'not':
      return `(NOT ${testSql(test.test, types)})`;
    case 'count':
      return `(${countSql(parts(test.tests), test.atLeast)})`;
    default:
      return `(${lookSql(test, types)})`;
  }
}
