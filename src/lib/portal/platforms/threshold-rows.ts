import { levelName } from '$lib/briefing/platform-words';
import { m } from '$lib/i18n/paraglide/messages';
import type { CaseOf } from '$lib/metrics/platforms/platform-case';
import type { FactValues } from '$lib/policy/conditions/condition';
import type { Eligibility } from '$lib/policy/conditions/evaluate';
import type { PlatformLevel } from '$lib/policy/platforms/platforms';
import { shortfallOf } from '$lib/policy/platforms/shortfall';
import { thresholdLines, thresholdState, type LevelThreshold } from '$lib/policy/platforms/thresholds';
import type { SourceRef } from '$lib/policy/rulebook';
import type { WordContext } from '../policy/words/fact-words';
import { foundWords, subjectWords, wantedWords } from '../policy/words/test-words';
import { shortAmount } from './gap-words';

/** What one level asks of a metric; without a threshold it asks nothing. */
export type ThresholdCell = { levelId: string } & (
  | { threshold: null }
  | {
      threshold: string;
      answer: Eligibility['answer'];
      isAlternative: boolean;
      /** How much is short, or that it is reached exactly. */
      note: string | null;
      source: SourceRef;
    }
);

/** A metric with its reported value beside the thresholds of all levels. */
export interface ThresholdRow {
  key: string;
  name: string;
  facts: string[];
  /** Null where nothing is reported. */
  value: string | null;
  cells: ThresholdCell[];
}

const answerOf = (state: boolean | null): Eligibility['answer'] =>
  state === null ? 'undetermined' : state ? 'met' : 'not_met';

const isExact = ({ test }: LevelThreshold, facts: FactValues): boolean =>
  test.kind === 'amount' &&
  test.bounds[0]?.value ===
    test.facts.reduce((sum, id) => sum + (typeof facts[id] === 'number' ? facts[id] : Number.NaN), 0);

function cellOf(
  levelId: string,
  threshold: LevelThreshold | null,
  facts: FactValues,
  context: WordContext,
): ThresholdCell {
  if (!threshold) return { levelId, threshold: null };
  const { test, condition, isAlternative } = threshold;
  const state = thresholdState(threshold, facts);
  const shortfall = shortfallOf(test, facts);
  const short = shortfall && shortAmount(context, shortfall);
  return {
    levelId,
    threshold: wantedWords(context, test),
    answer: answerOf(state),
    isAlternative,
    note:
      short !== null
        ? m.platforms_short_by({ amount: short })
        : isExact(threshold, facts)
          ? m.platforms_exactly()
          : null,
    source: condition.source,
  };
}

/** Every metric that a level sets a number for, with the value reported and the thresholds of all levels. */
export function thresholdRows(
  { facts }: CaseOf<'platform'>,
  levels: readonly PlatformLevel[],
  context: WordContext,
): ThresholdRow[] {
  return thresholdLines(levels).flatMap(({ key, facts: named, levels: ofLevels }) => {
    const first = ofLevels.find((one) => one !== null);
    if (!first) return [];
    const isTold = named.some((id) => (facts[id] ?? null) !== null);
    return [
      {
        key,
        name: subjectWords(context, first.test),
        facts: named,
        value: isTold ? foundWords(context, first.test, facts) : null,
        cells: levels.map(({ id }, index) => cellOf(id, ofLevels[index] ?? null, facts, context)),
      },
    ];
  });
}

/** How the numbers of the next level stand; those of the top level where none lies above. */
export function thresholdsTitle({ ruling }: CaseOf<'platform'>, rows: readonly ThresholdRow[]): string {
  const levelId = ruling.next?.level.id ?? ruling.levels.at(-1)?.level.id ?? '';
  const answers = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.levelId === levelId && cell.threshold !== null ? [cell.answer] : [])),
  );
  const count = (wanted: Eligibility['answer']) => answers.filter((answer) => answer === wanted).length;
  return m.platforms_thresholds_title({
    next: levelName(levelId),
    count: answers.length,
    met: count('met'),
    notMet: count('not_met'),
    open: count('undetermined'),
  });
}
