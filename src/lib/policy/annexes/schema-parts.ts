import { ambiguity, label, moneyUnit, z } from '../schemas/parts.ts';

/** The few printed words that carry a value or stand for a row; … joins words that stand apart. */
export const words = z.string().min(1).max(60);

/** Ids of unclear places that touch a row; each stands with its reading at the end of the file. */
export const touchedBy = z.array(z.string().min(1)).default([]);

export const categoryId = z.string().regex(/^guides\/\d{4}\/[a-z0-9-]+$/);

export const number = z.number().int().positive();

/** A file of one annex: all its rows stand in one document, most of them in one section. */
export const annexShape = {
  document: z.string().min(1),
  section: z.string().min(1),
  ambiguities: z.array(ambiguity),
};

/** A printed row; its own name carries it where no `words` are given. */
export const rowShape = { name: label, words: words.optional() };

export const quantityShape = {
  value: z.number().nonnegative(),
  /** The upper end of a printed range (1-2 家). */
  to: z.number().positive().optional(),
  unit: z.string().min(1),
  bound: z.enum(['at_least', 'more_than', 'at_most', 'less_than', 'exactly', 'about', 'range']),
  words,
};

interface RangeText {
  to?: number | undefined;
  bound?: string | undefined;
}

/** A range has an upper end, nothing else has one. */
export const rangeIsWhole = (text: RangeText): boolean =>
  (text.bound === 'range') === (text.to !== undefined);
export const rangeMessage = 'an upper end (to) goes with the bound “range”';

export const quantity = z.strictObject(quantityShape).refine(rangeIsWhole, rangeMessage);

/** `annexes/units.yaml`. */
export const unitsSchema = z.strictObject({
  units: z.array(z.strictObject({ id: z.string().min(1), name: label, money: moneyUnit.optional() })),
});

export type QuantityText = z.infer<typeof quantity>;
export type UnitsText = z.infer<typeof unitsSchema>;
