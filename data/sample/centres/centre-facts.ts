import type { Row } from '$lib/domain/tables';
import type { CentreConditions } from '$lib/policy/centres/centres';
import type { Condition } from '$lib/policy/conditions/condition';
import type { Random } from '../random';
import { selfReportedOn, type CentreDemo } from './centre-parameters';

type Fact = Omit<Row<'centre_fact'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

/** Facts of this kind a centre reports of itself; the others follow from the list of centres. */
const isReported = (fact: string): boolean =>
  fact.startsWith('centre_') && fact !== 'centre_in_priority_field';
const isMoney = (threshold: number): boolean => threshold > 1_000_000;

/** A value at, above or below the threshold, in steps that people write: whole numbers, money in 100 万元. */
function amountOf(random: Random, threshold: number, { misses, exact }: CentreDemo, id: string): number {
  if (exact?.includes(id)) return threshold;
  const share = misses?.includes(id) ? random.between(0.7, 0.93) : random.between(1.08, 1.9);
  const step = isMoney(threshold) ? 100_000_000 : 1;
  return Math.max(step, Math.round((threshold * share) / step) * step);
}

/** The years grow with the reports; the first one lies a little lower. */
const earlierOf = (random: Random, value: number): number =>
  isMoney(value) ? value : Math.max(0, Math.round(value * random.between(0.82, 0.97)));

function factsOf(random: Random, centreId: string, demo: CentreDemo, { id, test }: Condition): Fact[] {
  const fact = test.kind === 'amount' ? test.facts[0] : test.kind === 'holds' ? test.fact : undefined;
  if (fact === undefined || !isReported(fact) || demo.silent?.includes(id) === true) return [];
  const [before, now] = selfReportedOn;
  const row = (reported_on: string, value_number: number | null, value_text: string | null): Fact => ({
    centre_id: centreId,
    fact_id: fact,
    value_number,
    value_text,
    reported_on,
  });
  if (test.kind !== 'amount') return [row(now, null, demo.misses?.includes(id) === true ? 'no' : 'yes')];
  const value = amountOf(random, test.bounds[0]?.value ?? 0, demo, id);
  const isNew = demo.approvedOn !== null && demo.approvedOn > before;
  return [...(isNew ? [] : [row(before, earlierOf(random, value), null)]), row(now, value, null)];
}

const yearsForSupport = 3;

/** What an application for support asks beside: told by those who may still apply. */
function supportFacts(random: Random, centreId: string, { approvedOn }: CentreDemo): Fact[] {
  const [, now] = selfReportedOn;
  if (approvedOn === null || Number(now.slice(0, 4)) - Number(approvedOn.slice(0, 4)) > yearsForSupport)
    return [];
  const row = (fact_id: string): Fact => ({
    centre_id: centreId,
    fact_id,
    value_number: null,
    value_text: 'yes',
    reported_on: now,
  });
  return random.chance(0.75)
    ? [row('centre_meets_fund_guide'), row('centre_plan_matches')]
    : [row('centre_plan_matches')];
}

/** The self-reports of a centre (自评), around what the guide asks of its founding. */
export const centreFacts = (
  random: Random,
  centreId: string,
  demo: CentreDemo,
  founding: CentreConditions,
): Fact[] => [
  ...founding.conditions.flatMap((condition) =>
    factsOf(random.fork(condition.id), centreId, demo, condition),
  ),
  ...supportFacts(random.fork('support'), centreId, demo),
];
