import type { Fen } from '../domain/money.ts';
import type { Label } from '../domain/label.ts';
import type { Subsidy, SubsidyBase, SubsidyComponent } from './rulebook.ts';
import { shareOf } from './share-of.ts';

/** The amounts that a ceiling is computed from; what is not known is null or left out. */
export interface CeilingFacts {
  /** Amounts by id of the subsidy base, in 分. */
  bases: Readonly<Record<string, Fen | null | undefined>>;
  /** 申报项目总投资, which may stand in for a base as an upper estimate. */
  totalInvestmentFen: Fen | null;
}

/** One rate applied: percent of an amount, and what its own cap leaves. */
export interface CeilingStep {
  componentId: string;
  baseId: string;
  baseFen: Fen;
  percent: number;
  partFen: Fen;
  /** The base is the declared total investment, never less than the true base. */
  estimated: boolean;
}

export interface KnownCeiling {
  /** The most that may be granted (最高可补), never an entitlement. */
  fen: Fen;
  /** What sets it: the rates, the cap, a set amount, or actual spending. */
  bound: 'rate' | 'cap' | 'fixed' | 'actual';
  /** True where a base was estimated: the true ceiling is this or less. */
  upperEstimate: boolean;
  working: CeilingStep[];
  /** A second phase by evaluation, added to the first at its most; null where there is none. */
  secondPhaseFen: Fen | null;
}

export type CeilingGap =
  /** The standard names no amount; `reason` says why. */
  | { kind: 'no_standard'; reason: Label | null }
  | { kind: 'missing_base'; baseIds: string[] }
  | { kind: 'negative_base'; baseIds: string[] };

export type Ceiling = { known: KnownCeiling; gap: null } | { known: null; gap: CeilingGap };

const gap = (found: CeilingGap): Ceiling => ({ known: null, gap: found });

function step(component: SubsidyComponent, facts: CeilingFacts, bases: SubsidyBase[]): CeilingStep | null {
  const given = facts.bases[component.baseId] ?? null;
  const standIn = bases.find((base) => base.id === component.baseId)?.estimateFrom ?? null;
  const baseFen = given ?? (standIn === 'total_investment_fen' ? facts.totalInvestmentFen : null);
  if (baseFen === null) return null;
  const share = shareOf(baseFen, component.percent);
  return {
    componentId: component.id,
    baseId: component.baseId,
    baseFen,
    percent: component.percent,
    partFen: Math.min(share, component.capFen ?? share),
    estimated: given === null,
  };
}

/**
 * Bases that share one declared total cannot together exceed it, so the parts estimated from it are worth at
 * most the highest of their rates applied to it once.
 */
function sumOfParts(steps: CeilingStep[]): Fen {
  const sum = (some: CeilingStep[]) => some.reduce((total, one) => total + one.partFen, 0);
  const estimated = steps.filter((one) => one.estimated);
  const highest = Math.max(0, ...estimated.map((one) => shareOf(one.baseFen, one.percent)));
  return sum(steps.filter((one) => !one.estimated)) + Math.min(sum(estimated), highest);
}

function fixedCeiling(subsidy: Subsidy): Ceiling {
  const amount = subsidy.fixedFen ?? subsidy.capFen;
  if (!amount) return gap({ kind: 'no_standard', reason: subsidy.reason });
  const bound = subsidy.fixedFen ? 'fixed' : 'cap';
  return {
    known: { fen: amount.value, bound, upperEstimate: false, working: [], secondPhaseFen: null },
    gap: null,
  };
}

/**
 * The policy ceiling of a project, in 分: rates of their bases summed, second phase added, then the cap.
 * Undetermined with the reason where the standard gives no amount, or a base is missing and nothing may stand
 * in for it, or a base is negative. A base of 0 gives a ceiling of 0 (a merger paid in shares alone).
 */
export function policyCeiling(subsidy: Subsidy, facts: CeilingFacts, bases: SubsidyBase[]): Ceiling {
  if (subsidy.kind === 'unknown') return gap({ kind: 'no_standard', reason: subsidy.reason });
  if (subsidy.kind === 'fixed') return fixedCeiling(subsidy);
  const steps = subsidy.components.map((component) => step(component, facts, bases));
  const working = steps.filter((one) => one !== null);
  const missing = subsidy.components.filter((_, index) => steps[index] === null);
  if (missing.length > 0) return gap({ kind: 'missing_base', baseIds: missing.map((one) => one.baseId) });
  const negative = working.filter((one) => one.baseFen < 0);
  if (negative.length > 0) return gap({ kind: 'negative_base', baseIds: negative.map((one) => one.baseId) });
  const second = subsidy.kind === 'phases' ? subsidy.tranches.find((one) => one.kind === 'final') : undefined;
  const secondPhaseFen = second?.capFen ?? null;
  const sum = sumOfParts(working) + (secondPhaseFen ?? 0);
  const cap = subsidy.capFen?.value ?? null;
  const capped = cap !== null && sum >= cap;
  return {
    known: {
      fen: capped ? cap : sum,
      bound: capped ? 'cap' : subsidy.kind === 'actual' ? 'actual' : 'rate',
      upperEstimate: working.some((one) => one.estimated),
      working,
      secondPhaseFen,
    },
    gap: null,
  };
}
