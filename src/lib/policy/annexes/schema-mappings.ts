import { label, slug, z } from '../schemas/parts.ts';
import { categoryId, number, rowShape, words } from './schema-parts.ts';

/** A mapping that no text gives. */
const ours = z.literal('ours');

/** `vocabulary/clusters-2019.yaml`. */
export const earlierClustersSchema = z.strictObject({
  document: z.string().min(1),
  section: z.string().min(1),
  count: z.strictObject({ value: number, words }),
  mapping: ours,
  clusters: z.array(
    z.strictObject({
      id: slug,
      sequence: number,
      ...rowShape,
      maps_to: z.array(slug).min(1),
      reason: label.optional(),
    }),
  ),
  without_predecessor: z.array(z.strictObject({ cluster: slug, reason: label })),
});

/** `comparisons/EARLIER-LATER.yaml`. */
export const comparisonsSchema = z.strictObject({
  earlier: number,
  later: number,
  mapping: ours,
  comparisons: z.array(
    z.strictObject({
      id: slug,
      name: label,
      relation: z.enum(['same', 'split', 'merged', 'new', 'ended']),
      earlier: z.array(categoryId),
      later: z.array(categoryId),
      note: label,
    }),
  ),
});

export type EarlierClustersText = z.infer<typeof earlierClustersSchema>;
export type ComparisonsText = z.infer<typeof comparisonsSchema>;
