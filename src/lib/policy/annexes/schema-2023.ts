import { label, slug, z } from '../schemas/parts.ts';
import {
  annexShape,
  categoryId,
  number,
  quantity,
  quantityShape,
  rangeIsWhole,
  rangeMessage,
  rowShape,
  touchedBy,
  words,
} from './schema-parts.ts';

/** 附件1-26: `annexes/2023/core-technology-directions.yaml`. */
export const directionsSchema = z.strictObject({
  ...annexShape,
  category: categoryId,
  count: number,
  clusters: z.array(
    z.strictObject({
      cluster: slug,
      printed: words,
      directions: z
        .array(
          z.strictObject({
            number,
            ...rowShape,
            extra_time: z
              .strictObject({ ...quantityShape, ambiguities: touchedBy })
              .refine(rangeIsWhole, rangeMessage)
              .optional(),
          }),
        )
        .min(1),
    }),
  ),
  without_directions: z.array(
    z.strictObject({
      cluster: slug,
      reason: label,
      found_in: z.strictObject({ section: z.string().min(1), row: slug, words }),
      ambiguities: touchedBy,
    }),
  ),
});

/** 附件1-27: `annexes/2023/training-directions.yaml`. */
export const trainingSchema = z.strictObject({
  ...annexShape,
  category: categoryId,
  directions: z.array(
    z.strictObject({
      id: slug,
      name: label,
      rows: z
        .array(
          z.strictObject({
            id: slug,
            cluster: slug.optional(),
            contents: z.array(label).min(1),
            trainees: label,
            note: label.optional(),
            ambiguities: touchedBy,
          }),
        )
        .min(1),
    }),
  ),
});

/** 附件3: `annexes/2023/commitments.yaml`. */
export const commitmentsSchema = z.strictObject({
  ...annexShape,
  title: label,
  fields: z.array(label),
  signatures: z.array(label),
  commitments: z.array(z.strictObject({ number, id: slug, ...rowShape, period: quantity.optional() })),
});

/** 附件4: `annexes/2023/authenticity-checklist.yaml`. */
export const checklistSchema = z.strictObject({
  ...annexShape,
  title: label,
  fields: z.array(label),
  items: z.array(
    z.strictObject({
      number,
      id: slug,
      ...rowShape,
      checks: z.array(label).min(1),
      answer: z.enum(['yes_no', 'text']),
      period: quantity.optional(),
      as_of: z.strictObject({ date: z.iso.date(), words }).optional(),
      note: label.optional(),
      ambiguities: touchedBy,
    }),
  ),
  conclusion: z.strictObject({ name: label, length: quantity }),
  signatures: z.array(label),
  duties: z.array(z.strictObject({ id: slug, ...rowShape })),
});

const office = z.strictObject({ division: z.string().min(1), phones: z.array(z.string().min(1)).min(1) });

/** 附件6: `annexes/2023/contacts.yaml`. */
export const contactsSchema = z.strictObject({
  ...annexShape,
  city_bureau: label,
  rows: z.array(
    z.strictObject({
      id: slug,
      section: z.string().min(1),
      category: categoryId,
      ...rowShape,
      province: office,
      city: office,
      note: label.optional(),
      ambiguities: touchedBy,
    }),
  ),
  without_row: z.array(z.strictObject({ category: categoryId, reason: label, ambiguities: touchedBy })),
});

export type DirectionsText = z.infer<typeof directionsSchema>;
export type TrainingText = z.infer<typeof trainingSchema>;
export type CommitmentsText = z.infer<typeof commitmentsSchema>;
export type ChecklistText = z.infer<typeof checklistSchema>;
export type ContactsText = z.infer<typeof contactsSchema>;
