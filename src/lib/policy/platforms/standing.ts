import type { FactValues } from '../conditions/condition.ts';
import { evaluateItem, type ConditionAnswer, type Eligibility } from '../conditions/evaluate.ts';
import type { ElementClass, ElementSubclass, PlatformLevel, PlatformRules } from './platforms.ts';

/** How a platform stands to one level. */
export interface LevelStanding {
  level: PlatformLevel;
  eligibility: Eligibility;
  /** Requirements that are missed or open. */
  lacking: ConditionAnswer[];
}

/** A platform against every level, from the lowest to the highest; each with what it lacks to reach it. */
export function levelStandings({ levels }: PlatformRules, facts: FactValues): LevelStanding[] {
  return levels.map((level) => {
    const eligibility = evaluateItem({ ...level, cityLimit: null }, facts);
    const lacking = eligibility.conditions.filter(
      ({ condition, answer }) =>
        condition.kind !== 'priority' && (answer === 'not_met' || answer === 'undetermined'),
    );
    return { level, eligibility, lacking };
  });
}

/** The highest level whose conditions are all met, or null where none is. */
export const highestLevel = (standings: LevelStanding[]): PlatformLevel | null =>
  standings.findLast(({ eligibility }) => eligibility.answer === 'met')?.level ?? null;

export interface SubclassCoverage {
  elementClass: ElementClass;
  subclass: ElementSubclass;
  /** Elements of it that the factory meets. */
  met: string[];
  /** Null where the text asks for no least number. */
  enough: boolean | null;
}

/**
 * Elements that a factory meets, sub-class by sub-class.
 * @throws RangeError for an element that the catalogue does not have.
 */
export function elementCoverage(
  { elements }: PlatformRules,
  metElements: readonly string[],
): SubclassCoverage[] {
  const known = new Set(
    elements.flatMap(({ subclasses }) => subclasses.flatMap((one) => one.elements.map(({ id }) => id))),
  );
  const stray = metElements.find((id) => !known.has(id));
  if (stray !== undefined) throw new RangeError(`there is no element ${stray}`);
  return elements.flatMap((elementClass) =>
    elementClass.subclasses.map((subclass) => {
      const met = subclass.elements.map(({ id }) => id).filter((id) => metElements.includes(id));
      const least = elementClass.atLeast?.value ?? null;
      return { elementClass, subclass, met, enough: least === null ? null : met.length >= least };
    }),
  );
}
