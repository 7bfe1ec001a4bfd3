import { z } from 'zod';
import type { MoneyUnit } from '../../domain/money.ts';

// The portal's CSP forbids code from strings; without this zod probes for it and the probe is reported.
z.config({ jitless: true });

export { z };

export const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Document, section as printed, and the few words that carry the value (… joins words that stand apart). */
export const source = z.strictObject({
  document: z.string().min(1),
  section: z.string().min(1),
  words: z.string().min(1).max(60),
});

/** A place where the texts are unclear or disagree, with the reading taken. */
export const ambiguity = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  reading: z.string().min(1),
});

/** Lower-case words joined by hyphens: file names, ids of items, types, areas and clusters. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const adcode = z.string().regex(/^32\d{4}$/);

/** Whole percent or with at most two decimals, as printed: 10 for 10 %. */
export const percent = z.number().min(0).max(1000).multipleOf(0.01);

const unitNames = { CNY: 'yuan', CNY_10K: 'wanYuan', CNY_100M: 'yiYuan' } as const satisfies Record<
  string,
  MoneyUnit
>;

/** A money unit as the YAML names it, turned into the portal's name. */
export const moneyUnit = z
  .enum(['CNY', 'CNY_10K', 'CNY_100M'])
  .transform((name): MoneyUnit => unitNames[name]);

/** An amount as printed, without its place in the text. */
export const amount = z.strictObject({ value: z.number().nonnegative(), unit: moneyUnit });

/** An amount as printed, with its place in the text. */
export const sourcedAmount = z.strictObject({ value: z.number().nonnegative(), unit: moneyUnit, source });

export type AmountText = z.infer<typeof amount>;
export type SourcedAmountText = z.infer<typeof sourcedAmount>;
