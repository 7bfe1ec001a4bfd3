import type { KnownCeiling } from '../ceiling.ts';
import { declaredInvestmentFact } from '../conditions/assess.ts';
import { variantFact } from '../conditions/condition.ts';
import type { Subsidy, SubsidyBase, SubsidyComponent, Tranche } from '../rulebook.ts';
import {
  allOf,
  anyOf,
  leastOf,
  quoteName,
  quoteText,
  reduced,
  wholeLiteral,
  wholeQuotient,
} from './sql-text.ts';

/** What sets a ceiling, as small numbers. */
export const boundCodes = {
  rate: 0,
  cap: 1,
  fixed: 2,
  actual: 3,
} as const satisfies Record<KnownCeiling['bound'], number>;

const boundsByCode: readonly KnownCeiling['bound'][] = ['rate', 'cap', 'fixed', 'actual'];

/** What the number in a column stands for. @throws RangeError */
export function boundOfCode(code: number): KnownCeiling['bound'] {
  const bound = boundsByCode[code];
  if (!bound) throw new RangeError(`no bound of a ceiling has the code ${code}`);
  return bound;
}

/**
 * A percentage of an amount ≥ 0 in whole 分, cut down. The amount is split before it is multiplied, so that
 * every product stays within 64 bits: a·p/q = (a div q)·p + (a mod q)·p div q, exactly.
 */
export function shareOfSql(amount: string, percent: number): string {
  const { part, whole } = reduced(Math.round(percent * 100), 10_000);
  if (part === 0) return `(0 * ${amount})`;
  if (part === 1 || whole === 1) return times(wholeQuotient(amount, whole), part);
  const wholes = times(wholeQuotient(amount, whole), part);
  return `(${wholes} + ${wholeQuotient(`(MOD(${amount}, ${whole}) * ${part})`, whole)})`;
}

const times = (value: string, factor: number): string =>
  factor === 1 ? value : `(${value} * ${wholeLiteral(factor)})`;

/** The columns of a standard at each step; `name` keeps standards and their components apart. */
export interface CeilingColumns {
  /** Amount each rate is applied to, the estimate where the base itself is missing. */
  bases: { name: string; sql: string }[];
  /** What the rates give of them, cut down; over the columns of `bases`. */
  shares: { name: string; sql: string }[];
  /** Everything before the cap, null where it cannot be computed; over facts, bases and shares. */
  sum: { name: string; sql: string };
}

const standsIn = (component: SubsidyComponent, bases: readonly SubsidyBase[]): boolean =>
  bases.find((base) => base.id === component.baseId)?.estimateFrom === 'total_investment_fen';

const cappedShare = (component: SubsidyComponent, share: string): string =>
  component.capFen === null ? share : leastOf([share, wholeLiteral(component.capFen)]);

/** The second phase by evaluation, counted at its most. */
const secondPhaseFen = (subsidy: Subsidy): number =>
  subsidy.kind === 'phases' ? (subsidy.tranches.find((one) => one.kind === 'final')?.capFen ?? 0) : 0;

/** Bases that share one declared total count it once, at the highest rate (see `policyCeiling`). */
function partsSql(subsidy: Subsidy, shares: readonly string[]): string {
  const parts = subsidy.components.map((one, index) => cappedShare(one, String(shares[index])));
  if (parts.length < 2) return parts[0] ?? '0';
  const missing = subsidy.components.map((one) => `${quoteName(one.baseId)} IS NULL`);
  const where = (values: readonly string[], estimated: boolean) =>
    values.map(
      (value, index) =>
        `CASE WHEN ${missing[index]} THEN ${estimated ? value : 0} ELSE ${estimated ? 0 : value} END`,
    );
  const known = where(parts, false).join(' + ');
  const estimated = where(parts, true).join(' + ');
  return `${known} + LEAST(${estimated}, GREATEST(${where(shares, true).join(', ')}))`;
}

function sumSql(subsidy: Subsidy, bases: readonly string[], shares: readonly string[]): string {
  if (subsidy.kind === 'unknown') return 'CAST(NULL AS BIGINT)';
  if (subsidy.kind === 'fixed') {
    const amount = subsidy.fixedFen ?? subsidy.capFen;
    return amount ? `CAST(${wholeLiteral(amount.value)} AS BIGINT)` : 'CAST(NULL AS BIGINT)';
  }
  const known = allOf(bases.map((base) => `${base} >= 0`));
  return `CASE WHEN ${known} THEN ${partsSql(subsidy, shares)} + ${wholeLiteral(secondPhaseFen(subsidy))} END`;
}

/** How a standard's amount before the cap is worked out, step by step. */
export function ceilingColumns(
  subsidy: Subsidy,
  bases: readonly SubsidyBase[],
  name: string,
): CeilingColumns {
  const components = subsidy.kind === 'unknown' || subsidy.kind === 'fixed' ? [] : subsidy.components;
  const baseColumns = components.map((component, index) => ({
    name: `${name}_base_${index + 1}`,
    sql: standsIn(component, bases)
      ? `COALESCE(${quoteName(component.baseId)}, ${quoteName(declaredInvestmentFact)})`
      : quoteName(component.baseId),
  }));
  const shareColumns = components.map((component, index) => ({
    name: `${name}_share_${index + 1}`,
    sql: shareOfSql(`${name}_base_${index + 1}`, component.percent),
  }));
  const names = (columns: readonly { name: string }[]) => columns.map((column) => column.name);
  return {
    bases: baseColumns,
    shares: shareColumns,
    sum: { name: `${name}_sum`, sql: sumSql(subsidy, names(baseColumns), names(shareColumns)) },
  };
}

/** The amount after the cap. */
export function cappedSql(subsidy: Subsidy, sum: string): string {
  const cap = subsidy.kind === 'fixed' ? null : subsidy.capFen;
  return cap
    ? `CASE WHEN ${sum} >= ${wholeLiteral(cap.value)} THEN ${wholeLiteral(cap.value)} ELSE ${sum} END`
    : sum;
}

/** The code of what sets it, null where there is no ceiling. */
export function boundSql(subsidy: Subsidy, sum: string): string {
  const cap = subsidy.kind === 'fixed' ? null : subsidy.capFen;
  const otherwise =
    subsidy.kind === 'fixed'
      ? subsidy.fixedFen
        ? 'fixed'
        : 'cap'
      : subsidy.kind === 'actual'
        ? 'actual'
        : 'rate';
  const capped = cap ? `WHEN ${sum} >= ${wholeLiteral(cap.value)} THEN ${boundCodes.cap} ` : '';
  return `CASE ${capped}WHEN ${sum} IS NOT NULL THEN ${boundCodes[otherwise]} END`;
}

/** True where a declared total stands in for a base, null where there is no ceiling. */
export function estimateSql(subsidy: Subsidy, bases: readonly SubsidyBase[], sum: string): string {
  const components = subsidy.kind === 'unknown' || subsidy.kind === 'fixed' ? [] : subsidy.components;
  const missing = components
    .filter((component) => standsIn(component, bases))
    .map((component) => `${quoteName(component.baseId)} IS NULL`);
  return `CASE WHEN ${sum} IS NOT NULL THEN ${anyOf(missing)} END`;
}

function dueSql(tranche: Tranche, award: string): string {
  if (tranche.rest) return award;
  const share = tranche.sharePercent === null ? award : shareOfSql(award, tranche.sharePercent);
  const wanted = tranche.amountFen === null ? share : wholeLiteral(tranche.amountFen);
  const limits = [wanted, award, ...(tranche.capFen === null ? [] : [wholeLiteral(tranche.capFen)])];
  return wanted === award && limits.length === 2
    ? award
    : `CASE WHEN ${award} IS NOT NULL THEN ${leastOf(limits)} END`;
}

/** The first payment of an award (see `planTranches`); an award that is null or ≥ 0. */
export function firstTrancheSql(subsidy: Subsidy, award: string): string {
  const [first] = subsidy.tranches;
  return first && subsidy.tranches.length > 1 ? dueSql(first, award) : award;
}

/** One expression a standard, chosen by the project's type: a type without its own has the item's. */
export function byVariant(choices: readonly { variantId: string | null; sql: string }[]): string {
  const own = choices.find(({ variantId }) => variantId === null)?.sql ?? 'NULL';
  const typed = choices.flatMap(({ variantId, sql }) =>
    variantId === null ? [] : [`WHEN ${quoteText(variantId)} THEN ${sql}`],
  );
  return typed.length === 0 ? own : `CASE ${quoteName(variantFact)} ${typed.join(' ')} ELSE ${own} END`;
}
