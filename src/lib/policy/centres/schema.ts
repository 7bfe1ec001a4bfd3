import { applicantSchema, conditionSchema } from '../conditions/schema.ts';
import { ambiguity, label, slug, sourcedAmount, z } from '../schemas/parts.ts';

const printed = { section: z.string().min(1), words: z.string().min(1).max(60) };
const row = z.strictObject({ id: slug, name: label, ...printed });
const years = z.number().int().positive();

const conditions = {
  id: z.string().regex(/^centres\/\d{4}\/[a-z-]+$/),
  section: z.string().min(1),
  name: label,
  applicant: applicantSchema,
  conditions: z.array(conditionSchema).min(1),
  ambiguities: z.array(ambiguity),
};

export const foundingSchema = z.strictObject(conditions);
export const supportSchema = z.strictObject({
  ...conditions,
  cap: sourcedAmount,
  contents: z.array(row).min(1),
  category: z.string().regex(/^guides\/\d{4}\/[a-z0-9-]+$/),
});

const due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('working_days_after_half_year'), days: z.number().int().positive() }),
  z.strictObject({ kind: z.literal('end_of_month'), month: z.number().int().min(1).max(12) }),
]);

export const workSchema = z.strictObject({
  document: z.string(),
  plan_contents: z.array(row),
  procedure: z.array(row),
  review_aspects: z.array(row),
  reports: z.array(row.extend({ to: label, due })),
  assessment: z.strictObject({
    cycles: z.array(
      row.extend({ from_years: years.optional(), up_to_years: years.optional(), every_years: years }),
    ),
    national: row,
    building: z.array(row),
    running: z.array(row),
    grades: z.array(row.extend({ passes: z.boolean() })),
    consequences: z.array(row.extend({ of: z.array(slug).min(1), years: years.optional() })),
  }),
  ambiguities: z.array(ambiguity),
});

export const fieldsSchema = z.strictObject({
  document: z.string(),
  section: z.string(),
  fields: z.array(z.strictObject({ number: z.number().int().positive(), name: label })),
});

export type FoundingText = z.infer<typeof foundingSchema>;
export type WorkText = z.infer<typeof workSchema>;
export type FieldsText = z.infer<typeof fieldsSchema>;
