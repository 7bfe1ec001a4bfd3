import type { Fen } from '$lib/domain/money';
import type { Answer, ConditionAnswer, Eligibility } from '$lib/policy/conditions/evaluate';
import type { Lack, LevelRuling } from '$lib/policy/platforms/platform-ruling';
import { shortNumbers, type Shortfall } from '$lib/policy/platforms/shortfall';
import type { CaseOf } from './platform-case';

/** How the conditions that decide were answered; priorities are left out. */
export interface AnswerCounts {
  met: number;
  notMet: number;
  open: number;
}

/** What is wanting to reach a level: numbers that are too small, abilities, and what nobody has told. */
export interface LevelGap {
  levelId: string;
  counts: AnswerCounts;
  /** Numbers with how much is short, nearest to the threshold first. */
  numbers: Shortfall[];
  /** Conditions other than numbers that are not met. */
  lacking: string[];
  /** Conditions that stay open. */
  open: string[];
}

interface BodyLine {
  id: string;
  name: string;
  operator: string;
  cityAdcode: string | null;
  clusterId: string | null;
}

export interface PlatformLine extends BodyLine {
  /** As the table writes it: a level's last name, or 重点培育; null where it is blank. */
  appliedId: string | null;
  /** The answer at the level applied for; null where it names none of the three. */
  appliedAnswer: Eligibility['answer'] | null;
  highestId: string | null;
  levels: { levelId: string; answer: Eligibility['answer'] }[];
  /** The way to the next level; null at the top. */
  next: LevelGap | null;
}

export interface FactoryLine extends BodyLine {
  /** `discrete` or `process`; null where it is blank. */
  industryId: string | null;
  inputFen: Fen | null;
  answer: Eligibility['answer'];
  counts: AnswerCounts;
  elements: { subclassId: string; count: number | null; total: number; built: string[] }[];
  /** Sub-classes that the text asks an element of and that have none. */
  missing: string[];
  lacks: { conditionId: string; isOpen: boolean; shortfall: Shortfall }[];
  hasFiveG: boolean | null;
}

export function countAnswers(answers: readonly ConditionAnswer[]): AnswerCounts {
  const deciding = answers.filter(({ condition }) => condition.kind !== 'priority');
  const count = (wanted: Answer) => deciding.filter(({ answer }) => answer === wanted).length;
  return { met: count('met'), notMet: count('not_met'), open: count('undetermined') };
}

/** How much of the way is still to go, over the nearest of alternatives. */
const distance = ({ shortfall }: Lack): number =>
  Math.min(...shortNumbers(shortfall).map(({ short, wanted }) => short / wanted));

const isOpen = ({ answer }: Lack): boolean => answer.answer === 'undetermined';

export function gapOf({ level, eligibility, lacks }: LevelRuling): LevelGap {
  const missed = lacks.filter((lack) => !isOpen(lack));
  const numeric = missed.filter(({ shortfall }) => shortNumbers(shortfall).length > 0);
  return {
    levelId: level.id,
    counts: countAnswers(eligibility.conditions),
    numbers: [...numeric].sort((a, b) => distance(a) - distance(b)).map(({ shortfall }) => shortfall),
    lacking: missed.filter((lack) => !numeric.includes(lack)).map(({ answer }) => answer.condition.id),
    open: lacks.filter(isOpen).map(({ answer }) => answer.condition.id),
  };
}

const bodyOf = ({ body }: CaseOf<'platform'> | CaseOf<'factory'>): BodyLine => ({
  id: body.platform_id,
  name: body.name,
  operator: body.operator,
  cityAdcode: body.city_adcode,
  clusterId: body.cluster_id,
});

/** Whether a level of the rules is the one that a table names by its last name. */
export const isLevelNamed = (levelId: string, name: string | null): boolean =>
  name !== null && (levelId === name || levelId.endsWith(`/${name}`));

export function platformLine(one: CaseOf<'platform'>): PlatformLine {
  const { levels, highest, next } = one.ruling;
  const applied = one.body.level_id;
  return {
    ...bodyOf(one),
    appliedId: applied,
    appliedAnswer: levels.find(({ level }) => isLevelNamed(level.id, applied))?.eligibility.answer ?? null,
    highestId: highest?.id ?? null,
    levels: levels.map(({ level, eligibility }) => ({ levelId: level.id, answer: eligibility.answer })),
    next: next && gapOf(next),
  };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function factoryLine(one: CaseOf<'factory'>): FactoryLine {
  const { eligibility, elements, missing, lacks } = one.ruling;
  const priority = eligibility.conditions.find(({ condition }) => condition.kind === 'priority');
  return {
    ...bodyOf(one),
    industryId: textOf(one.facts['factory_industry_kind']),
    inputFen: numberOf(one.facts['factory_total_input']),
    answer: eligibility.answer,
    counts: countAnswers(eligibility.conditions),
    elements: elements.map(({ subclass, count, built }) => ({
      subclassId: subclass.id,
      count,
      total: subclass.elements.length,
      built,
    })),
    missing,
    lacks: lacks.map((lack) => ({
      conditionId: lack.answer.condition.id,
      isOpen: isOpen(lack),
      shortfall: lack.shortfall,
    })),
    hasFiveG: !priority || priority.answer === 'undetermined' ? null : priority.answer === 'met',
  };
}
