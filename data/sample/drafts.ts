import { addDays, type IsoDate } from '$lib/domain/calendar';
import type { Category } from '$lib/policy/rulebook';
import { drawAmounts, type Amounts } from './amounts';
import type { CategoryDemo } from './category-parameters';
import { drawDay, workday } from './dates';
import type { YearDemo } from './parameters';
import { drawPlace, type ClusterChoice, type Place, type Places } from './places';
import type { Random } from './random';
import { termsOf, type Terms } from './terms';

/** An application before its name, number and payments are known. */
export interface Draft {
  category: Category;
  demo: CategoryDemo;
  terms: Terms;
  variantId: string | null;
  place: Place;
  amounts: Amounts;
  start: IsoDate;
  end: IsoDate;
  submittedOn: IsoDate;
  awardedOn: IsoDate | null;
  terminatedOn: IsoDate | null;
  /** Last day on which money of the year's appropriation may be paid. */
  periodEnd: IsoDate | null;
}

/** Applications of one type of a category; a category without types is one group. */
interface Group {
  variantId: string | null;
  applications: number;
  awards: number;
  awardedWan: number;
  terms: Terms;
}

const inWan = 1_000_000;

/** Divides applications, awards and money among the types; fixed amounts first, the rest by number of awards. */
function groupsOf(category: Category, demo: CategoryDemo): Group[] {
  if (!demo.variants) {
    const { applications, awards, awarded } = demo;
    return [{ variantId: null, applications, awards, awardedWan: awarded, terms: termsOf(category, null) }];
  }
  const weights = Object.values(demo.variants).reduce((sum, weight) => sum + weight, 0);
  const parts = Object.entries(demo.variants).map(([variantId, weight]) => ({
    variantId,
    applications: Math.max(1, Math.round((demo.applications * weight) / weights)),
    awards: demo.awards === 0 ? 0 : weight,
    terms: termsOf(category, variantId),
  }));
  const free = parts.filter((part) => part.terms.fixedFen === null);
  const freeAwards = free.reduce((sum, part) => sum + part.awards, 0);
  const fixedWan = parts.reduce((sum, part) => sum + (part.awards * (part.terms.fixedFen ?? 0)) / inWan, 0);
  return parts.map((part) => {
    const shared = part.terms.fixedFen === null && freeAwards > 0;
    const awardedWan = shared ? ((demo.awarded - fixedWan) * part.awards) / freeAwards : 0;
    return { ...part, awardedWan };
  });
}

/** Clusters that a sub-quota of the category names. */
export const subQuotaClusters = (category: Category): string[] =>
  category.subQuotas.flatMap((subQuota) => subQuota.clusterIds);

/**
 * Which clusters the application may lie in, so that sub-quotas get exactly the awards wanted.
 * @param rank place among the category's awards, null for an application that is not awarded
 */
function clusterChoice(category: Category, demo: CategoryDemo, rank: number | null): ClusterChoice {
  const inSubQuota = demo.awardsInSubQuotaClusters;
  if (inSubQuota === undefined || rank === null) return demo.clusters ? { only: demo.clusters } : {};
  const named = subQuotaClusters(category);
  return rank < inSubQuota ? { only: named } : { without: named };
}

/** One project a city, as where the province buys a service for each of them. */
function cityInTurn(random: Random, places: Places, turn: number): Place {
  const city = places.cities[turn % places.cities.length];
  if (!city) throw new RangeError('the rules name no city');
  const counties = places.countiesOf.get(city.adcode) ?? [];
  return { city, county: random.pick(counties.filter((one) => !one.reportsDirectly)), clusterId: null };
}

/** Types that differ in conditions alone take turns; the item's own standard holds for them. */
function typeInTurn(category: Category, turn: number): string | null {
  const types = category.variants.filter((variant) => variant.subsidy === null);
  return types[turn % types.length]?.id ?? null;
}

/** The day of a decision: each division takes its own some weeks after the round begins. */
function awardDay(random: Random, year: YearDemo, weeks: number): IsoDate {
  return addDays(random.weighted(year.awards, ([, share]) => share)[0], 7 * weeks + random.whole(0, 4));
}

/** All applications of one category in one guide year, type by type; of each type the awarded ones first. */
export function draftCategory(
  random: Random,
  places: Places,
  year: YearDemo,
  category: Category,
  demo: CategoryDemo,
): Draft[] {
  const drafts: Draft[] = [];
  const weeks = random.whole(0, 6);
  let rank = 0;
  for (const group of groupsOf(category, demo)) {
    for (const amounts of drawAmounts(random, group.terms, { ...group, base: demo.base })) {
      const awarded = amounts.awardFen !== null;
      const choice = clusterChoice(category, demo, awarded ? rank : null);
      drafts.push({
        category,
        demo,
        terms: group.terms,
        variantId: group.variantId ?? typeInTurn(category, drafts.length),
        place: demo.oncePerCity
          ? cityInTurn(random, places, drafts.length)
          : drawPlace(random, places, choice),
        amounts,
        start: addDays(drawDay(random, ...demo.start), year.shiftDays),
        end: addDays(drawDay(random, ...demo.end), year.shiftDays),
        submittedOn: workday(drawDay(random, ...year.submitted)),
        awardedOn: awarded ? awardDay(random, year, weeks) : null,
        terminatedOn: null,
        periodEnd: year.period?.[1] ?? null,
      });
      if (awarded) rank += 1;
    }
  }
  return drafts;
}
