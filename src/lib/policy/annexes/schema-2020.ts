import { ambiguity, label, slug, z } from '../schemas/parts.ts';
import {
  annexShape,
  categoryId,
  number,
  quantityShape,
  rangeIsWhole,
  rangeMessage,
  rowShape,
  touchedBy,
  words,
} from './schema-parts.ts';

/** 附件1-1: `annexes/2020/support-fields.yaml`. */
export const supportFieldsSchema = z.strictObject({
  document: z.string().min(1),
  fields: z.array(
    z.strictObject({
      id: slug,
      section: z.string().min(1),
      category: categoryId,
      ...rowShape,
      topics: z.array(label).min(1),
    }),
  ),
  ambiguities: z.array(ambiguity),
});

/** 附件1-2: `annexes/2020/core-technology-tasks.yaml`. */
export const tasksSchema = z.strictObject({
  ...annexShape,
  category: categoryId,
  count: number,
  numbers_not_printed: z.array(number),
  groups: z.null(),
  no_groups_reason: label,
  tasks: z.array(
    z.strictObject({
      number,
      ...rowShape,
      target: z.strictObject({ zh: z.string().min(1).max(40), en: z.string().min(1) }),
    }),
  ),
});

const column = z.enum(['content', 'goal', 'standard', 'work']);
const conditionShape = { name: label, column, group: label.optional() };
const day = z.iso.date().optional();

const numeric = z.strictObject({ ...conditionShape, ...quantityShape }).refine(rangeIsWhole, rangeMessage);
const dated = z
  .strictObject({ ...conditionShape, from: day, to: day, words })
  .refine((text) => text.from ?? text.to, 'give from, to or both');

/** 附件1-3 and the two tables of 附件1-4: `annexes/2020/leading-firms.yaml` and its neighbours. */
export const tableSchema = z.strictObject({
  ...annexShape,
  id: slug,
  title: label,
  rows: z.array(
    z.strictObject({
      number,
      id: slug,
      categories: z.array(categoryId).min(1),
      ...rowShape,
      content: z.array(label),
      goals: z.array(label),
      note: label.optional(),
      conditions: z.array(z.union([numeric, dated])),
      ambiguities: touchedBy,
    }),
  ),
  without_row: z.array(z.strictObject({ category: categoryId, reason: label, ambiguities: touchedBy })),
});

export type SupportFieldsText = z.infer<typeof supportFieldsSchema>;
export type TasksText = z.infer<typeof tasksSchema>;
export type TableText = z.infer<typeof tableSchema>;
export type TableConditionText = TableText['rows'][number]['conditions'][number];
