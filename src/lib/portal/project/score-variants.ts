import { m } from '$lib/i18n/paraglide/messages';
import { weightedParts, type ReverseForm, type ScoreVariant } from '$lib/policy/scoring/scoring';

/** A choice among the variants: one of their weights, or one of their forms of a reverse indicator. */
export interface VariantChoice {
  value: string;
  label: string;
}

const weightsOf = ({ weights }: ScoreVariant): string =>
  weightedParts.map((part) => weights[part]).join(' · ');

const reverseName = (form: ReverseForm): string =>
  ({ linear: m.score_reverse_linear, quotient: m.score_reverse_quotient })[form]();

const distinct = (choices: VariantChoice[]): VariantChoice[] => [
  ...new Map(choices.map((choice) => [choice.value, choice])).values(),
];

/** The weights that the variants offer, each once: 10 · 50 · 30 · 10. */
export const weightChoices = (variants: readonly ScoreVariant[]): VariantChoice[] =>
  distinct(variants.map((one) => ({ value: weightsOf(one), label: weightsOf(one) })));

/** The forms of a reverse indicator that are offered with the weights of a variant. */
export const reverseChoices = (variants: readonly ScoreVariant[], chosen: ScoreVariant): VariantChoice[] =>
  distinct(
    variants
      .filter((one) => weightsOf(one) === weightsOf(chosen))
      .map(({ reverse }) => ({ value: reverse, label: reverseName(reverse) })),
  );

/** What is chosen of a variant. */
export const chosenOf = (variant: ScoreVariant) => ({
  weights: weightsOf(variant),
  reverse: variant.reverse,
});

/** The variant of these weights and this form; where there is none, the first of these weights. */
export function variantFor(
  variants: readonly ScoreVariant[],
  { weights, reverse }: { weights: string; reverse: string },
): ScoreVariant | null {
  const ofWeights = variants.filter((one) => weightsOf(one) === weights);
  return ofWeights.find((one) => one.reverse === reverse) ?? ofWeights[0] ?? null;
}
