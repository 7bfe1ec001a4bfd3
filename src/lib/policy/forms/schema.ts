import { ambiguity, label, moneyUnit, slug, z } from '../schemas/parts.ts';

const words = z.string().min(1).max(60);
const count = z.number().int().positive();
const groups = z.array(slug).min(1);

const bound = z
  .strictObject({ at_least: z.number().optional(), at_most: z.number().optional(), words })
  .refine((one) => (one.at_least === undefined) !== (one.at_most === undefined), 'give at_least or at_most');

/**
 * A row left at its shortest is quantitative, higher is better. Without a unit it names its kind; what is no number
 * has no direction.
 */
const measureShape = {
  id: slug,
  name: label,
  unit: z.string().min(1).optional(),
  kind: z.enum(['quantitative', 'qualitative', 'options']).optional(),
  direction: z.enum(['higher', 'lower', 'none']).optional(),
  words,
  bound: bound.optional(),
};

interface MeasureText {
  unit?: string | undefined;
  kind?: string | undefined;
}
const kindKnown = (row: MeasureText) => row.unit !== undefined || row.kind !== undefined;

const part = z.strictObject(measureShape).refine(kindKnown, 'give a unit or a kind');

const row = z
  .strictObject({
    ...measureShape,
    /** The unit that the number is read in, where the printed one cannot be meant. */
    read_as: z.string().optional(),
    /** 其中: the row that holds this one. */
    part_of: slug.optional(),
    required: z.strictObject({ groups, words }).optional(),
    may_blank: z.strictObject({ groups, section: z.string(), words }).optional(),
    options: z
      .strictObject({ words, list: z.array(z.strictObject({ id: slug, name: label })).min(2) })
      .optional(),
    parts: z.strictObject({ asked: z.enum(['all', 'any']), words, list: z.array(part).min(2) }).optional(),
  })
  .refine(kindKnown, 'give a unit or a kind')
  .refine((one) => (one.kind === 'options') === (one.options !== undefined), 'options go with their list');

const block = z.strictObject({
  level1: slug,
  level2: slug,
  mark: z.literal('*').optional(),
  group: slug.optional(),
  heading: label.optional(),
  rows: z.array(row).min(1),
});

/** One form: `rules/forms/YEAR/kpi/ID.yaml`. */
export const formSchema = z.strictObject({
  id: z.string().regex(/^1-\d{1,2}$/),
  guide_year: z.number().int(),
  document: z.string().min(1),
  section: z.string().min(1),
  title: label,
  annual_target: z.boolean(),
  value_header: label,
  value_basis: z.strictObject({ as_of: z.iso.date(), name: label, words }).optional(),
  groups: z
    .array(z.strictObject({ id: slug, name: label, checkbox: z.boolean(), parent: slug.optional(), words }))
    .default([]),
  choices: z
    .array(
      z.strictObject({
        within: slug.optional(),
        of: z.array(slug).min(2),
        at_least: count,
        at_most: count.optional(),
        section: z.string().optional(),
        by_reading: z.string().optional(),
        words,
      }),
    )
    .default([]),
  /** of: the printed number of rows to choose from (各自的8项指标), held against the rows themselves. */
  row_minimums: z
    .array(z.strictObject({ group: slug, level2: slug, at_least: count, of: count.optional(), words }))
    .default([]),
  open_rows: z.array(z.strictObject({ group: slug, after: slug, words })).default([]),
  blocks: z.array(block).min(1),
  /** Left out where the form has no place for own indicators. */
  own_rows: z.array(row).optional(),
  ambiguities: z.array(ambiguity),
});

const scorePart = z.enum(['output', 'outcome', 'satisfaction', 'management', 'own']);

/** What the forms share: `rules/forms/indicators.yaml`. */
export const formWordsSchema = z.strictObject({
  level1: z.array(z.strictObject({ id: slug, name: label, part: scorePart })),
  level2: z.array(z.strictObject({ id: slug, name: label, part: scorePart.optional() })),
  units: z.array(
    z.strictObject({
      name: label,
      kind: z.enum(['count', 'money', 'percent', 'points', 'quantity', 'ratio', 'mixed']),
      money: moneyUnit.optional(),
    }),
  ),
});

export type FormText = z.infer<typeof formSchema>;
export type BlockText = FormText['blocks'][number];
export type RowText = BlockText['rows'][number];
export type PartText = z.infer<typeof part>;
export type FormWordsText = z.infer<typeof formWordsSchema>;
