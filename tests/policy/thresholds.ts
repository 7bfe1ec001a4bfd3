import { addDays, addMonths } from '$lib/domain/calendar';
import type { Condition, Fact, FactValues, Test } from '$lib/policy/conditions/condition';

/** An edge that a rule case must stand on, one step below and one above. */
export interface WantedEdge {
  condition: string;
  /** Facts of which one is varied. */
  facts: string[];
  shown: string;
  /** The three values of the varied fact, given the other facts; null where those are not known. */
  values: (fact: string, others: FactValues) => [below: unknown, at: unknown, above: unknown] | null;
}

const step: Record<Fact['type'], number> = {
  money: 1,
  count: 1,
  number: 0.01,
  percent: 0.01,
  years: 0.01,
  date: 0,
  yes_no: 0,
  document: 0,
  option: 0,
};

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

const around = (value: number, by: number): [number, number, number] => [
  rounded(value - by),
  value,
  rounded(value + by),
];

const days = (day: string): [string, string, string] => [addDays(day, -1), day, addDays(day, 1)];

const numberOf = (facts: FactValues, id: string): number | null => {
  const value = facts[id] ?? null;
  return typeof value === 'number' ? value : null;
};

function amountEdges(
  condition: string,
  test: Extract<Test, { kind: 'amount' }>,
  facts: ReadonlyMap<string, Fact>,
) {
  return test.bounds.map(({ comparison, value }): WantedEdge => ({
    condition,
    facts: test.facts,
    shown: `${test.facts.join(' + ')} ${comparison} ${value}`,
    values: (fact, others) => {
      const rest = test.facts.filter((id) => id !== fact).map((id) => numberOf(others, id));
      const type = facts.get(fact)?.type;
      if (!type || rest.includes(null)) return null;
      const left = value - rest.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      return around(left, step[type]);
    },
  }));
}

function shareEdges(condition: string, test: Extract<Test, { kind: 'share' }>): WantedEdge[] {
  return test.bounds.map(({ comparison, value }) => ({
    condition,
    facts: [test.part],
    shown: `${test.part} ${comparison} ${value} % of ${test.whole}`,
    values: (_, others) => {
      const whole = numberOf(others, test.whole);
      return whole === null ? null : around((whole * value) / 100, 1);
    },
  }));
}

function durationEdges(condition: string, test: Extract<Test, { kind: 'duration' }>): WantedEdge[] {
  return test.bounds.map(({ comparison, value }) => ({
    condition,
    facts: [test.to, test.from],
    shown: `${test.from} to ${test.to} ${comparison} ${value} months`,
    values: (fact, others) => {
      const other = others[fact === test.to ? test.from : test.to];
      if (typeof other !== 'string') return null;
      // An earlier start makes the time longer: “below” is then the later day.
      if (fact === test.to) return days(addMonths(other, value));
      const [before, at, after] = days(addMonths(other, -value));
      return [after, at, before];
    },
  }));
}

function dateEdges(condition: string, test: Extract<Test, { kind: 'date' }>): WantedEdge[] {
  return [test.from, test.to].flatMap((edge) =>
    edge === null
      ? []
      : [{ condition, facts: [test.fact], shown: `${test.fact} ${edge.day}`, values: () => days(edge.day) }],
  );
}

function edgesOfTest(condition: string, test: Test, facts: ReadonlyMap<string, Fact>): WantedEdge[] {
  switch (test.kind) {
    case 'amount':
      return amountEdges(condition, test, facts);
    case 'share':
      return shareEdges(condition, test);
    case 'duration':
      return durationEdges(condition, test);
    case 'date':
      return dateEdges(condition, test);
    case 'not':
      return edgesOfTest(condition, test.test, facts);
    case 'all':
    case 'any':
    case 'count':
      return test.tests.flatMap((one) => edgesOfTest(condition, one, facts));
    case 'holds':
    case 'one_of':
      return [];
  }
}

/** Every numeric threshold and date edge of a condition, those of its “where” included. */
export const edgesOf = (condition: Condition, facts: ReadonlyMap<string, Fact>): WantedEdge[] =>
  [condition.test, ...(condition.when ? [condition.when] : [])].flatMap((test) =>
    edgesOfTest(condition.id, test, facts),
  );
