import { label, slug, z } from './parts.ts';

const area = z.strictObject({
  id: slug,
  name: label,
  short_name: label,
  /** Number of the part as printed, such as 一. */
  section: z.string().min(1),
  items: z.array(slug).min(1),
});

const printedGuide = z.strictObject({
  year: z.number().int(),
  draft: z.boolean(),
  document: z.string(),
  name: label,
  areas: z.array(area).min(1),
});

/** A draft that starts as another year's guide; its items are copied with ids of its own year. */
const copiedGuide = z.strictObject({
  year: z.number().int(),
  draft: z.literal(true),
  copy_of: z.number().int(),
  name: label,
});

export const guideSchema = z.union([printedGuide, copiedGuide]);

export type PrintedGuideText = z.infer<typeof printedGuide>;
export type CopiedGuideText = z.infer<typeof copiedGuide>;
