import type { Fen } from '$lib/domain/money';
import type { Random } from './random';
import type { Terms } from './terms';
import { fenOfWan, floorToWan, solveFactor } from './wan';

/** What one application asks for and gets. `awardFen` is null for one that is not awarded. */
export interface Amounts {
  /** Size that investment and income are drawn around; the base of the subsidy where the rules name one. */
  aroundFen: Fen;
  baseFen: Fen | null;
  ceilingFen: Fen | null;
  requestedFen: Fen;
  awardFen: Fen | null;
}

export interface AmountsWanted {
  applications: number;
  /** The first so many of the applications are awarded. */
  awards: number;
  /** 万元 that the awards together should come near to. */
  awardedWan: number;
  /** 万元, range of bases. */
  base: readonly [number, number];
}

/** Ceilings are a little above what is awarded in the end. */
const roomAboveAward = 1.06;
const asksAboveCeiling = 0.06;
const asksTheCeiling = 0.5;

/** Bases of all applications, many small and few large, stretched until the ceilings fit the money wanted. */
function drawBases(random: Random, terms: Terms, wanted: AmountsWanted): Fen[] {
  const [low, high] = wanted.base.map(fenOfWan) as [Fen, Fen];
  const skews = Array.from({ length: wanted.applications }, () => 0.04 + random.next() * random.next());
  const stretched = (factor: number): Fen[] =>
    skews.map((skew) => floorToWan(Math.min(high, low + (high - low) * skew * factor)));
  const target = fenOfWan(1) * wanted.awardedWan * roomAboveAward;
  const ceilings = (factor: number): number =>
    stretched(factor)
      .slice(0, wanted.awards)
      .reduce((sum, base) => sum + (terms.ceilingOf(base) ?? base), 0);
  if (wanted.awards === 0 || terms.fixedFen !== null) return stretched(1);
  return stretched(solveFactor(0, 20, target, ceilings));
}

function drawRequest(random: Random, limit: Fen): Fen {
  if (random.chance(asksAboveCeiling)) return floorToWan(limit * random.between(1.05, 1.3));
  if (random.chance(asksTheCeiling)) return floorToWan(limit);
  return Math.max(fenOfWan(1), floorToWan(limit * random.between(0.86, 1)));
}

/** The highest of the set amounts that a limit allows. */
const tierWithin = (tiers: readonly Fen[], limit: Fen): Fen =>
  Math.max(...tiers.filter((tier) => tier <= limit), 0);

/** Awards of the first applications: at most the ceiling and what was asked, together near the money wanted. */
function drawAwards(random: Random, terms: Terms, limits: readonly Fen[], targetFen: Fen): Fen[] {
  if (terms.fixedFen !== null) return [...limits];
  if (terms.tiers.length > 0) return limits.map((limit) => tierWithin(terms.tiers, limit));
  const cuts = limits.map(() => (random.chance(0.45) ? 1 : random.between(0.78, 1)));
  const at = (factor: number): Fen[] =>
    limits.map((limit, index) => floorToWan(limit * Math.min(1, (cuts[index] ?? 1) * factor)));
  const sum = (factor: number): number => at(factor).reduce((total, award) => total + award, 0);
  return at(solveFactor(0.3, 1.6, targetFen, sum));
}

/** Bases, ceilings, requests and awards of the applications of one category (or one type of it). */
export function drawAmounts(random: Random, terms: Terms, wanted: AmountsWanted): Amounts[] {
  const bases = drawBases(random, terms, wanted);
  const asked = bases.map((baseFen) => {
    const ceilingFen = terms.ceilingOf(baseFen);
    const requestedFen = terms.fixedFen ?? drawRequest(random, ceilingFen ?? baseFen);
    return { baseFen, ceilingFen, requestedFen };
  });
  const limits = asked
    .slice(0, wanted.awards)
    .map(({ ceilingFen, requestedFen }) => Math.min(ceilingFen ?? requestedFen, requestedFen));
  const awards = drawAwards(random, terms, limits, Math.round(fenOfWan(1) * wanted.awardedWan));
  return asked.map(({ baseFen, ceilingFen, requestedFen }, index) => ({
    aroundFen: baseFen,
    baseFen: terms.hasBase ? baseFen : null,
    ceilingFen,
    requestedFen,
    awardFen: awards[index] ?? null,
  }));
}
