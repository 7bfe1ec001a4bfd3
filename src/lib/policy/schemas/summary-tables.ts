import { moneyUnit, slug, z } from './parts.ts';

const column = z
  .strictObject({
    /** A column of the `project` table, or `sequence`. */
    field: z.string().regex(/^[a-z_]+$/),
    header: z.string().min(1),
    group: z.string().nullable(),
    kind: z.enum(['text', 'money', 'date', 'category', 'cluster', 'sequence']),
    unit: moneyUnit.nullable(),
    required: z.boolean(),
    aliases: z.array(z.string().min(1)),
  })
  .refine((one) => (one.kind === 'money') === (one.unit !== null), 'money has a unit, nothing else has one');

export const summaryTablesSchema = z.strictObject({
  guide_year: z.number().int(),
  document: z.string(),
  tables: z.array(z.strictObject({ id: z.string(), area: slug, title: z.string().min(1) })),
  columns: z.array(column),
});

export type SummaryTablesText = z.infer<typeof summaryTablesSchema>;
