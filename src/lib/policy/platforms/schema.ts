import { applicantSchema, conditionSchema } from '../conditions/schema.ts';
import { ambiguity, label, slug, z } from '../schemas/parts.ts';

const place = { section: z.string().min(1), words: z.string().min(1).max(60) };
const row = z.strictObject({ id: slug, name: label, ...place });
const factId = z.string().regex(/^[a-z][a-z0-9_]*$/);

export const levelSchema = z.strictObject({
  id: z.string().regex(/^platforms\/\d{4}\/[a-z-]+$/),
  section: z.string().min(1),
  name: label,
  applicant: applicantSchema,
  conditions: z.array(conditionSchema).min(1),
  ambiguities: z.array(ambiguity),
});

export const metricsSchema = z.strictObject({
  document: z.string(),
  sections: z.array(row.extend({ facts: z.array(factId).min(1) })),
});

const named = z.strictObject({ id: slug, name: label });
const choice = named.extend({ items: z.array(z.string().min(1)).min(1) });
const element = named.extend({ choices: z.array(choice).default([]) });

export const elementsSchema = z.strictObject({
  document: z.string(),
  classes: z.array(
    row.extend({
      at_least: z.strictObject({ value: z.number().int().positive(), ...place }).optional(),
      subclasses: z.array(named.extend({ elements: z.array(element).min(1) })).min(1),
    }),
  ),
});

export const noticeSchema = z.strictObject({
  document: z.string(),
  deadline: z.strictObject({ day: z.iso.date(), ...place }),
  papers: z.array(row.extend({ copies: z.number().int().positive() })),
  priorities: z.array(row),
  duties: z.array(row),
  support: z.array(row),
  ambiguities: z.array(ambiguity),
});

const column = z
  .strictObject({
    field: z.string().regex(/^[a-z_]+$/),
    /** The one table that prints it; both where it is left out. */
    only: slug.optional(),
    header: z.string().min(1),
    kind: z.enum(['text', 'option', 'cluster', 'sequence']),
    required: z.boolean(),
    aliases: z.array(z.string().min(1)),
    options: z.array(named).min(2).optional(),
  })
  .refine((one) => (one.kind === 'option') === (one.options !== undefined), 'an option column needs options');

export const noticeTablesSchema = z.strictObject({
  document: z.string(),
  section: z.string(),
  columns: z.array(column).min(1),
  tables: z.array(
    z.strictObject({
      id: slug,
      title: label,
      words: place.words,
      notes: z.array(z.strictObject(place)),
    }),
  ),
});

export type LevelText = z.infer<typeof levelSchema>;
export type MetricsText = z.infer<typeof metricsSchema>;
export type ElementsText = z.infer<typeof elementsSchema>;
export type NoticeText = z.infer<typeof noticeSchema>;
export type NoticeTablesText = z.infer<typeof noticeTablesSchema>;
