import { label, slug, z } from '../schemas/parts.ts';
import {
  annexShape,
  number,
  quantity,
  quantityShape,
  rangeIsWhole,
  rangeMessage,
  rowShape,
  touchedBy,
  words,
} from './schema-parts.ts';

const party = z.enum(['authority', 'undertaker', 'nominator']);
const section = z.string().min(1);

const due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recurring'), every: z.enum(['quarter', 'half-year', 'year']) }),
  z.strictObject({
    kind: z.literal('within'),
    value: number,
    unit: z.string().min(1),
    after: label,
    words,
  }),
  z.strictObject({ kind: z.literal('by'), event: label }),
  z.strictObject({ kind: z.literal('unspecified'), reason: label }),
]);

/** 附件5: `annexes/2023/award-agreement.yaml`. */
export const agreementSchema = z.strictObject({
  ...annexShape,
  title: label,
  parties: z.array(z.strictObject({ id: party, printed: z.string().min(1), ...rowShape })),
  duties: z.array(
    z.strictObject({
      id: slug,
      party: z.union([party, z.literal('all')]),
      kind: z.enum([
        'payment',
        'supervision',
        'acceptance',
        'delivery',
        'use-of-funds',
        'report',
        'change',
        'confidentiality',
      ]),
      section,
      ...rowShape,
      due: due.optional(),
      scope: z.array(quantity).default([]),
      note: label.optional(),
      ambiguities: touchedBy,
    }),
  ),
  breaches: z.array(z.strictObject({ id: slug, section, ...rowShape, consequence: label })),
  exclusion: z.strictObject({
    section,
    ...rowShape,
    period: quantity,
    circumstances: z.array(z.strictObject({ number, ...rowShape })),
  }),
  validity: z.strictObject({ section, after_acceptance: quantity, words }),
  copies: z.strictObject({
    section,
    total: quantity,
    held: z.array(z.strictObject({ party, ...quantityShape }).refine(rangeIsWhole, rangeMessage)),
  }),
});

export type AgreementText = z.infer<typeof agreementSchema>;
export type DueText = z.infer<typeof due>;
