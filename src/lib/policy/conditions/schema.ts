import { label, slug, source, z } from '../schemas/parts.ts';
import { projectColumns } from './fact-columns.ts';

const factId = z.string().regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
const day = z.iso.date();
const number = z.number().nonnegative();

const bounds = {
  at_least: number.optional(),
  more_than: number.optional(),
  at_most: number.optional(),
  less_than: number.optional(),
};

const bounded = (test: Record<string, unknown>) =>
  ['at_least', 'more_than', 'at_most', 'less_than'].some((key) => test[key] !== undefined);
const noBound = 'give at_least, more_than, at_most or less_than';

const moneyUnit = z.enum(['CNY', 'CNY_10K', 'CNY_100M']);

const amountTest = z
  .strictObject({ fact: factId, ...bounds, unit: moneyUnit.optional() })
  .refine(bounded, noBound);
const sumTest = z
  .strictObject({ sum: z.array(factId).min(2), ...bounds, unit: moneyUnit.optional() })
  .refine(bounded, noBound);
const shareTest = z
  .strictObject({ part: factId, of: factId, ...bounds, unit: z.literal('percent') })
  .refine(bounded, noBound);
const durationTest = z
  .strictObject({
    duration: z.strictObject({ from: factId, to: factId }),
    ...bounds,
    unit: z.enum(['year', 'month']),
  })
  .refine(bounded, noBound);
const dateTest = z
  .strictObject({
    fact: factId,
    from: day.optional(),
    to: day.optional(),
    after: day.optional(),
    before: day.optional(),
  })
  .refine((test) => test.from ?? test.to ?? test.after ?? test.before, 'give from, to, after or before')
  .refine((test) => !(test.from && test.after) && !(test.to && test.before), 'one edge on each side');
const holdsTest = z.strictObject({ holds: factId });
const oneOfTest = z.strictObject({ fact: factId, in: z.array(slug).min(1) });

export type AmountText = z.infer<typeof amountTest>;
export type WindowText = z.infer<typeof dateTest>;
export type LeafText =
  | AmountText
  | z.infer<typeof sumTest>
  | z.infer<typeof shareTest>
  | z.infer<typeof durationTest>
  | WindowText
  | z.infer<typeof holdsTest>
  | z.infer<typeof oneOfTest>;

export type TestText =
  | LeafText
  | { all: TestText[] }
  | { any: TestText[] }
  | { not: TestText }
  | { count: TestText[]; at_least: number };

const testSchema: z.ZodType<TestText> = z.lazy(() =>
  z.union([
    amountTest,
    sumTest,
    shareTest,
    durationTest,
    dateTest,
    holdsTest,
    oneOfTest,
    z.strictObject({ all: z.array(testSchema).min(1) }),
    z.strictObject({ any: z.array(testSchema).min(1) }),
    z.strictObject({ not: testSchema }),
    z.strictObject({ count: z.array(testSchema).min(2), at_least: z.number().int().positive() }),
  ]),
);

/** One printed requirement, exclusion or priority with the words that carry it. */
export const conditionSchema = z.strictObject({
  id: slug,
  kind: z.enum(['requirement', 'exclusion', 'priority']),
  name: label,
  variants: z.array(slug).min(1).optional(),
  when: testSchema.optional(),
  in_principle: z.literal(true).optional(),
  test: testSchema,
  source,
});

export type ConditionText = z.infer<typeof conditionSchema>;

/** 申报主体 as printed. */
export const applicantSchema = z.strictObject({ name: label, source });

/** Most applications from one city (每个设区市限报5个). */
export const cityLimitSchema = z.strictObject({ max: z.number().int().positive(), source });

const option = z.strictObject({ id: slug, name: label });

const fact = z
  .strictObject({
    id: factId,
    name: label,
    type: z.enum(['money', 'count', 'number', 'percent', 'years', 'date', 'yes_no', 'document', 'option']),
    unit: label.optional(),
    options: z.array(option).min(2).optional(),
    aliases: z.array(z.string()).default([]),
    column: z.enum(projectColumns).optional(),
  })
  .refine((one) => (one.type === 'option') === (one.options !== undefined), 'an option fact needs options');

export const factsSchema = z.strictObject({ facts: z.array(fact) });
export type FactText = z.infer<typeof fact>;
