import { percent, slug, z } from '../schemas/parts';

/** A draft as it is written to a file: values as a guide prints them, with their unit. */

const item = z.string().regex(/^guides\/\d{4}\/[a-z0-9-]+$/);
const number = z.number().nonnegative();
const moneyUnit = z.enum(['CNY', 'CNY_10K', 'CNY_100M']);
const money = { value: number, unit: moneyUnit };
const projects = z.number().int().positive();
const variant = slug.optional();
const count = z.number().int().positive();
const bound = z.enum(['at_least', 'more_than', 'at_most', 'less_than']);

const change = z.discriminatedUnion('kind', [
  z.strictObject({ item, kind: z.literal('rate'), variant, component: slug, percent }),
  z.strictObject({ item, kind: z.literal('cap'), variant, component: slug.optional(), ...money }),
  z.strictObject({ item, kind: z.literal('fixed'), variant, ...money }),
  z.strictObject({ item, kind: z.literal('tranche_share'), variant, sequence: count, percent }),
  z.strictObject({ item, kind: z.literal('tranche_amount'), variant, sequence: count, ...money }),
  z.strictObject({ item, kind: z.literal('tranche_cap'), variant, sequence: count, ...money }),
  z.strictObject({
    item,
    kind: z.literal('threshold'),
    condition: slug,
    /** Which look of the condition's test, from 1. */
    test: count,
    bound,
    value: number,
    unit: z.enum([...moneyUnit.options, 'year', 'month', 'percent']).optional(),
  }),
  z.strictObject({
    item,
    kind: z.literal('day'),
    condition: slug,
    test: count,
    edge: z.enum(['from', 'to']),
    day: z.iso.date(),
  }),
  z.strictObject({ item, kind: z.literal('quota'), projects }),
  z.strictObject({
    item,
    kind: z.literal('sub_quota'),
    sub_quota: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
    projects,
  }),
]);

export const draftSchema = z.strictObject({
  id: slug,
  name: z.string().min(1).max(80),
  copy_of: z.number().int(),
  changes: z.array(change).max(1000),
});

export type DraftText = z.infer<typeof draftSchema>;
export type ChangeText = DraftText['changes'][number];
