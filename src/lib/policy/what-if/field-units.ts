import { fenFromNumber, inUnit, MoneyFormatError, type MoneyUnit } from '../../domain/money';
import type { Fact } from '../conditions/condition';
import type { LeafTest } from '../conditions/evaluate-test';
import type { SourceRef } from '../rulebook';
import type { FieldLimits, FieldUnit, FieldValue } from './draft';

// Limits keep typing errors out and arithmetic exact; they say nothing of what a guide ought to set.
const money: FieldLimits = { least: 1, most: 10_000_000_000_000, step: 1 };
const share: FieldLimits = { least: 0.01, most: 100, step: 0.01 };
export const limitsOf = {
  money,
  moneyThreshold: { ...money, least: 0 },
  share,
  shareThreshold: { ...share, least: 0 },
  percentThreshold: { least: 0, most: 1000, step: 0.01 },
  months: { least: 0, most: 1200, step: 1 },
  projects: { least: 1, most: 10_000, step: 1 },
  counted: { least: 0, most: 1_000_000_000, step: 1 },
  measured: { least: 0, most: 1_000_000_000, step: 0.01 },
} as const satisfies Record<string, FieldLimits>;

/** The unit of money that the printed words carry. */
export function moneyUnitIn({ words }: SourceRef): MoneyUnit {
  if (words.includes('亿')) return 'yiYuan';
  return words.includes('万') || !words.includes('元') ? 'wanYuan' : 'yuan';
}

export const moneyIn = (source: SourceRef): FieldUnit => ({ kind: 'money', printedIn: moneyUnitIn(source) });

export interface Measure {
  unit: FieldUnit;
  limits: FieldLimits;
}

const timeIn = (source: SourceRef, months: number): FieldUnit => ({
  kind: 'time',
  printedIn: months % 12 === 0 && !source.words.includes('月') ? 'year' : 'month',
});

function amountMeasure(fact: Fact | undefined, source: SourceRef): Measure {
  if (fact?.type === 'money') return { unit: moneyIn(source), limits: limitsOf.moneyThreshold };
  if (fact?.type === 'percent') return { unit: { kind: 'percent' }, limits: limitsOf.percentThreshold };
  const unit: FieldUnit = {
    kind: 'plain',
    name: fact?.type === 'years' ? { zh: '年', en: 'years' } : (fact?.unit ?? null),
  };
  return { unit, limits: fact?.type === 'count' ? limitsOf.counted : limitsOf.measured };
}

/** Unit and limits of a threshold of a look; null for looks that compare no amounts. */
export function thresholdMeasure(
  look: LeafTest,
  value: number,
  source: SourceRef,
  facts: readonly Fact[],
): Measure | null {
  if (look.kind === 'share') return { unit: { kind: 'percent' }, limits: limitsOf.shareThreshold };
  if (look.kind === 'duration') return { unit: timeIn(source, value), limits: limitsOf.months };
  if (look.kind !== 'amount') return null;
  return amountMeasure(
    facts.find((fact) => fact.id === look.facts[0]),
    source,
  );
}

/** A value as its unit is written: 4000 for 4,000,000,000 分 in 万元, 3 for 36 months in years. */
export function printedValue(unit: FieldUnit, value: FieldValue): FieldValue {
  if (typeof value === 'string') return value;
  if (unit.kind === 'money') return inUnit(value, unit.printedIn);
  return unit.kind === 'time' && unit.printedIn === 'year' ? value / 12 : value;
}

/** The inner value of what was written in a unit; null where it is finer than the unit can hold or too large. */
export function innerValue(unit: FieldUnit, printed: FieldValue): FieldValue | null {
  if (typeof printed === 'string') return printed;
  if (unit.kind === 'time' && unit.printedIn === 'year') return printed * 12;
  if (unit.kind !== 'money') return printed;
  try {
    return fenFromNumber(printed, unit.printedIn);
  } catch (cause) {
    if (cause instanceof MoneyFormatError) return null;
    throw cause;
  }
}
