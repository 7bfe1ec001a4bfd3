import type { Fact, FactValue, FactValues } from '../conditions/condition.ts';
import { evaluateItem, type ConditionAnswer, type Eligibility } from '../conditions/evaluate.ts';
import { reportedFacts, type StoredFact } from '../centres/centre-facts.ts';
import { reportedElements, type ReportedSubclass } from './element-list.ts';
import type { PlatformLevel, PlatformRules } from './platforms.ts';
import { shortfallOf, type Shortfall } from './shortfall.ts';
import { highestLevel, levelStandings } from './standing.ts';

/** A condition that is not met, with what is wanting. */
export interface Lack {
  answer: ConditionAnswer;
  shortfall: Shortfall;
}

/** How a platform stands to one level. */
export interface LevelRuling {
  level: PlatformLevel;
  eligibility: Eligibility;
  lacks: Lack[];
}

export interface PlatformRuling {
  /** From the lowest level to the highest. */
  levels: LevelRuling[];
  /** The highest level of which all conditions are met; null where it is none. */
  highest: PlatformLevel | null;
  /** The level above it: the lowest where none is met; null at the top. */
  next: LevelRuling | null;
}

const lacksOf = (answers: readonly ConditionAnswer[], facts: FactValues): Lack[] =>
  answers.flatMap((answer) => {
    const shortfall = shortfallOf(answer.condition.test, facts);
    return shortfall ? [{ answer, shortfall }] : [];
  });

/** A firm that a city of the province puts forward is registered in it, unless it says otherwise. */
export function platformFacts(
  known: readonly Fact[],
  stored: readonly StoredFact[],
  isInProvince: boolean | null,
): FactValues {
  const derived: Record<string, FactValue> =
    isInProvince === null ? {} : { registered_in_province: isInProvince };
  return { ...derived, ...reportedFacts(known, stored) };
}

/**
 * A platform against all three levels, with what it lacks to each.
 * @throws TypeError for a fact whose value is not of its kind
 */
export function rulePlatform(rules: PlatformRules, facts: FactValues): PlatformRuling {
  const standings = levelStandings(rules, facts);
  const levels = standings.map(({ level, eligibility, lacking }) => ({
    level,
    eligibility,
    lacks: lacksOf(lacking, facts),
  }));
  const highest = highestLevel(standings);
  const place = levels.findIndex(({ level }) => level.id === highest?.id);
  return { levels, highest, next: levels[place + 1] ?? null };
}

export interface FactoryRuling {
  eligibility: Eligibility;
  lacks: Lack[];
  /** The reported facts with the counts of elements. */
  facts: FactValues;
  elements: ReportedSubclass[];
  /** Sub-classes of which the text asks for more elements than the factory reports; open ones are not among them. */
  missing: string[];
}

/** A factory against its conditions and the catalogue of elements. */
export function ruleFactory(
  rules: PlatformRules,
  reported: FactValues,
  stored: readonly StoredFact[],
): FactoryRuling {
  const elements = reportedElements(rules, stored);
  const counts = Object.fromEntries(
    elements.flatMap(({ factId, count }) => (count === null ? [] : [[factId, count] as const])),
  );
  const facts = { ...reported, ...counts };
  const eligibility = evaluateItem({ ...rules.factory, cityLimit: null }, facts);
  const open = eligibility.conditions.filter(
    ({ condition, answer }) => condition.kind !== 'priority' && answer !== 'met',
  );
  const least = new Map(
    rules.elements.flatMap(({ atLeast, subclasses }) =>
      subclasses.map(({ id }) => [id, atLeast?.value ?? 0] as const),
    ),
  );
  const missing = elements
    .filter(({ subclass, count }) => count !== null && count < (least.get(subclass.id) ?? 0))
    .map(({ subclass }) => subclass.id);
  return { eligibility, facts, lacks: lacksOf(open, facts), elements, missing };
}
