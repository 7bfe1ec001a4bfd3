import { label, moneyUnit, slug, z } from '../schemas/parts.ts';
import { ownTableIds } from './input-table.ts';

const field = z.string().regex(/^[a-z_]+$/);

const kinds = [
  'text',
  'money',
  'date',
  'integer',
  'number',
  'year',
  'category',
  'place',
  'period',
  'value',
  'fact',
  'choice',
] as const;

const column = z
  .strictObject({
    field,
    header: z.string().min(1),
    kind: z.enum(kinds),
    unit: moneyUnit.optional(),
    required: z.boolean().default(false),
    edge: z.enum(['start', 'end']).default('start'),
    aliases: z.array(z.string().min(1)),
    options: z.string().optional(),
  })
  .refine(
    (one) => (one.kind === 'money') === (one.unit !== undefined),
    'money has a unit, nothing else has one',
  )
  .refine((one) => one.kind !== 'choice' || one.options !== undefined, 'a choice has options');

const option = z.strictObject({ id: z.string().min(1), words: z.array(z.string().min(1)).min(1) });

/** `rules/forms/input-tables.yaml` */
export const inputTablesSchema = z.strictObject({
  /** No document prints these tables. */
  layout: z.literal('ours'),
  project_columns: z.array(column).min(1),
  centre_columns: z.array(column).min(1),
  platform_columns: z.array(column).min(1),
  tables: z.array(
    z.strictObject({
      id: z.enum(ownTableIds),
      name: label,
      title: z.string().min(1),
      /** Whose columns stand first. */
      rows_of: z.enum(['project', 'centre', 'platform']).optional(),
      quarters_across: z.boolean().default(false),
      facts_across: z.boolean().default(false),
      /** What the table asks by name; the lists come from the rules. */
      facts: z.enum(['checklist', 'centre', 'platform']).optional(),
      telling: z.array(field).min(1),
      columns: z.array(column).min(1),
    }),
  ),
  options: z.record(slug, z.array(option).min(2)),
});

export type InputTablesText = z.infer<typeof inputTablesSchema>;
