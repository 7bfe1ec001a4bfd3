import type { FormOption } from '../forms/form.ts';
import type { ValueCell } from '../forms/look-up.ts';
import { attained } from './attainment.ts';
import type { QualitativeBand, ScoreVariant, ScoringRules } from './scoring.ts';

/** A target or an actual value as the library holds it: a number in its unit (money in 分), words, or an option's id. */
export interface IndicatorValue {
  number: number | null;
  text: string | null;
}

/** Where a share of an indicator's weight comes from. */
export type ShareWorking =
  | { kind: 'number'; target: number; actual: number; ratio: number | null; lower: boolean }
  | { kind: 'words'; band: QualitativeBand; found: string };

/** How words were read: each way has a worked case. */
export const wordWays = ['same_words', 'option', 'listed_words', 'first_words'] as const;
export type WordWay = (typeof wordWays)[number];

export type UnknownShare = 'no_target' | 'no_report' | 'negative_target' | 'words_not_read';

/** The share of its weight (0 to 1) that a value cell earns, or why it cannot be told. */
export type CellShare =
  | { known: true; share: number; ratio: number | null; working: ShareWorking }
  | { known: false; reason: UnknownShare };

const unknown = (reason: UnknownShare): CellShare => ({ known: false, reason });

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s。．.；;，,]/g, '');

/** The band that words of a report mean: they stand in its list, or begin with one of its words. */
export function bandOf(text: string, bands: readonly QualitativeBand[]): QualitativeBand | null {
  const key = bare(text);
  const exact = bands.find(({ words }) => words.includes(key));
  if (exact) return exact;
  // Of several words that the text begins with, the longest is meant: 基本完成 is not 完成.
  const candidates = bands.flatMap((band) =>
    band.words.filter((word) => word.length > 1 && key.startsWith(word)).map((word) => ({ band, word })),
  );
  candidates.sort((a, b) => b.word.length - a.word.length);
  return candidates[0]?.band ?? null;
}

/** Options are printed from the best down: the first is reached, the last is not, those between are partly. */
function bandOfOption(id: string, options: readonly FormOption[], bands: readonly QualitativeBand[]) {
  const index = options.findIndex((option) => option.id === id);
  if (index < 0) return null;
  if (index === 0) return bands[0] ?? null;
  return (index === options.length - 1 ? bands.at(-1) : bands[1]) ?? null;
}

/** The band that words mean, and how that was told; null where no way leads to one. */
export function readWords(
  { indicator, measure }: ValueCell,
  target: IndicatorValue | null,
  found: string,
  { bands }: Pick<ScoringRules, 'bands'>,
): { way: WordWay; band: QualitativeBand } | null {
  const [best] = bands;
  // What was signed, word for word, is reached whatever the words are.
  if (best && typeof target?.text === 'string' && bare(target.text) === bare(found))
    return { way: 'same_words', band: best };
  const ofOption = measure.kind === 'options' ? bandOfOption(found, indicator.options, bands) : null;
  if (ofOption) return { way: 'option', band: ofOption };
  const band = bandOf(found, bands);
  return band && { way: band.words.includes(bare(found)) ? 'listed_words' : 'first_words', band };
}

function shareOfWords(
  cell: ValueCell,
  target: IndicatorValue | null,
  found: string,
  rules: ScoringRules,
): CellShare {
  const band = readWords(cell, target, found, rules)?.band;
  if (!band) return unknown('words_not_read');
  return { known: true, share: band.taken, ratio: null, working: { kind: 'words', band, found } };
}

/**
 * What a reported value earns of the weight of its cell. Words are read by the bands of the rules; words that none
 * of them holds are not guessed at.
 */
export function cellShare(
  cell: ValueCell,
  target: IndicatorValue | null,
  actual: IndicatorValue | null,
  rules: ScoringRules,
  { reverse }: Pick<ScoreVariant, 'reverse'>,
): CellShare {
  const { kind, direction } = cell.measure;
  if (kind !== 'quantitative') {
    if (!target || (target.text === null && target.number === null)) return unknown('no_target');
    if (!actual || actual.text === null) return unknown('no_report');
    return shareOfWords(cell, target, actual.text, rules);
  }
  const goal = target?.number ?? null;
  const reached = actual?.number ?? null;
  const answer = attained(goal, reached, direction, reverse);
  if (!answer.known) return answer;
  if (goal === null || reached === null) return unknown('no_target');
  const working = { kind: 'number', target: goal, actual: reached, ratio: answer.ratio } as const;
  return {
    known: true,
    share: answer.share,
    ratio: answer.ratio,
    working: { ...working, lower: direction === 'lower' },
  };
}
