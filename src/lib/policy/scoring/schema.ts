import { label, percent, slug, source, z } from '../schemas/parts.ts';
import { formulas } from './attainment.ts';
import { weightedParts } from './scoring.ts';

const share = z.strictObject({ percent });
const points = z.number().min(0).max(100);
const wholeScore = 100;

const variant = z
  .strictObject({
    id: slug,
    name: label,
    weights: z.strictObject({
      execution: points,
      output: points,
      outcome: points,
      satisfaction: points,
    }),
    reverse: z.enum(['linear', 'quotient']),
  })
  .refine(
    ({ weights }) => weightedParts.reduce((sum, part) => sum + weights[part], 0) === wholeScore,
    'the weights add up to 100',
  );

const band = z
  .strictObject({
    id: slug,
    name: label,
    from: share,
    to: share,
    taken: share,
    light: z.enum(['green', 'yellow', 'red']),
    words: z.array(z.string().min(1)).min(1),
  })
  .refine(
    ({ from, to, taken }) => from.percent <= taken.percent && taken.percent <= to.percent,
    'the share that is taken lies in its band',
  );

const descends = <T>(list: readonly T[], value: (one: T) => number): boolean =>
  list.every((one, index) => index === 0 || value(one) < value(list[index - 1] ?? one));

const formula = z.enum([...formulas, 'words', 'execution', 'deduction']);

/** `rules/scoring/performance.yaml` */
export const scoringSchema = z.strictObject({
  version: z.string().min(1),
  basis: z.literal('practice'),
  source,
  grades: z
    .array(z.strictObject({ id: slug, name: label, from_points: points }))
    .min(2)
    .refine((grades) => descends(grades, ({ from_points }) => from_points), 'grades go from the best down')
    .refine((grades) => grades.at(-1)?.from_points === 0, 'the last grade begins at 0'),
  explain_from: share,
  formulas: z.record(formula, label),
  bands: z
    .array(band)
    .min(2)
    .refine((bands) => descends(bands, ({ to }) => to.percent), 'bands go from the best down'),
  counts_with: z.strictObject({ management: z.enum(weightedParts), own: z.enum(weightedParts) }),
  variants: z.array(variant).min(1),
});

/** `rules/scoring/reporting.yaml` */
export const reportingSchema = z.strictObject({
  basis: z.literal('practice'),
  source,
  grace_days: z.number().int().nonnegative(),
  gap_alarm: share,
});

export type ScoringText = z.infer<typeof scoringSchema>;
