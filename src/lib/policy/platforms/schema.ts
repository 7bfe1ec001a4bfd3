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

const element = z.strictObject({ id: slug, name: label });

export const elementsSchema = z.strictObject({
  document: z.string(),
  classes: z.array(
    row.extend({
      at_least: z.strictObject({ value: z.number().int().positive(), ...place }).optional(),
      subclasses: z.array(element.extend({ elements: z.array(element).min(1) })).min(1),
    }),
  ),
});

export const noticeSchema = z.strictObject({
  document: z.string(),
  deadline: z.strictObject({ day: z.iso.date(), ...place }),
  priorities: z.array(row),
  duties: z.array(row),
  ambiguities: z.array(ambiguity),
});

export const noticeTablesSchema = z.strictObject({
  document: z.string(),
  section: z.string(),
  tables: z.array(
    z.strictObject({
      id: slug,
      title: label,
      words: place.words,
      columns: z.array(z.strictObject({ field: z.string(), header: z.string() })).min(1),
    }),
  ),
});

export type LevelText = z.infer<typeof levelSchema>;
export type MetricsText = z.infer<typeof metricsSchema>;
export type ElementsText = z.infer<typeof elementsSchema>;
export type NoticeText = z.infer<typeof noticeSchema>;
export type NoticeTablesText = z.infer<typeof noticeTablesSchema>;
