import { applicantSchema, cityLimitSchema, conditionSchema } from '../conditions/schema.ts';
import { ambiguity, label, slug, source, z } from './parts.ts';
import { subsidySchema } from './subsidy.ts';

const count = z.number().int().positive();

/** Exactly one of `max` and `min` stands, as printed (不超过 / 不少于). */
const subQuota = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
    name: label,
    max: count.optional(),
    min: count.optional(),
    variants: z.array(slug),
    clusters: z.array(slug),
    source,
  })
  .refine((part) => (part.max === undefined) !== (part.min === undefined), 'give either max or min');

const variant = z.strictObject({
  id: slug,
  name: label,
  aliases: z.array(z.string()),
  kpi_form: z.string().optional(),
  subsidy: subsidySchema.optional(),
});

export const categorySchema = z
  .strictObject({
    id: z.string().regex(/^guides\/\d{4}\/[a-z0-9-]+$/),
    section: z.string().min(1),
    name: label,
    short_name: label,
    aliases: z.array(z.string()),
    kpi_forms: z.array(z.string().regex(/^1-\d{1,2}$/)),
    owner_division: z.strictObject({ value: z.string(), source }).nullable(),
    quota: z.strictObject({ max: count, source }).nullable(),
    no_quota_reason: label.optional(),
    sub_quotas: z.array(subQuota),
    separate_notice: source.optional(),
    /** Left out only where every type has a standard of its own. */
    subsidy: subsidySchema.optional(),
    variants: z.array(variant),
    corresponds: z.array(z.string()),
    /** 申报主体 as printed. */
    applicant: applicantSchema.optional(),
    /** Most applications from one city (限报). */
    city_limit: cityLimitSchema.optional(),
    conditions: z.array(conditionSchema),
    ambiguities: z.array(ambiguity),
  })
  .refine((item) => (item.quota === null) === (item.no_quota_reason !== undefined), {
    message: 'give either a quota or no_quota_reason',
    path: ['quota'],
  })
  .refine((item) => item.subsidy ?? (item.variants.length > 0 && item.variants.every((one) => one.subsidy)), {
    message: 'give a subsidy here or in every variant',
    path: ['subsidy'],
  });

export type CategoryText = z.infer<typeof categorySchema>;
export type VariantText = CategoryText['variants'][number];
