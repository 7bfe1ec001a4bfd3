import { amount, label, percent, slug, source, sourcedAmount, z } from './parts.ts';

const baseId = z.string().regex(/^[a-z]+(?:_[a-z]+)*$/);

const rateComponent = z.strictObject({
  id: slug,
  rate: z.strictObject({ percent, bound: z.enum(['at_most', 'exactly']), of: baseId }),
  cap: sourcedAmount.optional(),
  source,
});

/** Actual spending is paid up to the cap; no percent is printed. */
const actualComponent = z.strictObject({ id: slug, of: baseId, source });

const tranche = z.strictObject({
  kind: z.enum(['first', 'final']),
  on: z.enum(['award', 'acceptance']),
  share_percent: percent.optional(),
  amount: amount.optional(),
  cap: amount.optional(),
  rest: z.literal(true).optional(),
  source,
});

const tranches = z.array(tranche).default([]);

const rateSubsidy = z.strictObject({
  kind: z.literal('rate'),
  components: z.array(rateComponent).min(1),
  cap: sourcedAmount,
  /** Set amounts of which one is chosen by an assessment. */
  tiers: z
    .strictObject({ values: z.array(z.number().positive()), unit: amount.shape.unit, source })
    .optional(),
  tranches,
});

/** A first phase by rate with its own cap, a second one by evaluation with its own cap. */
const phasesSubsidy = z.strictObject({
  kind: z.literal('phases'),
  components: z.array(rateComponent).length(1),
  cap: sourcedAmount,
  tranches: z.array(tranche).length(2),
});

/** A set amount; with `cap` alone, an amount that is at most the cap. */
const fixedSubsidy = z.strictObject({
  kind: z.literal('fixed'),
  fixed: sourcedAmount.optional(),
  cap: sourcedAmount.optional(),
  tranches,
});

const actualSubsidy = z.strictObject({
  kind: z.literal('actual'),
  components: z.array(actualComponent).length(1),
  cap: sourcedAmount,
  tranches,
});

const unknownSubsidy = z.strictObject({ kind: z.literal('unknown'), reason: label, summary: label });

export const subsidySchema = z.discriminatedUnion('kind', [
  rateSubsidy,
  phasesSubsidy,
  fixedSubsidy,
  actualSubsidy,
  unknownSubsidy,
]);

export type SubsidyText = z.infer<typeof subsidySchema>;
export type TrancheText = z.infer<typeof tranche>;
export type RateComponentText = z.infer<typeof rateComponent>;
