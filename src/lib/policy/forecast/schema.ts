import { label, percent, source, z } from '../schemas/parts.ts';
import { methodIds } from './forecast.ts';

const method = z.strictObject({ id: z.enum(methodIds), name: label });
const methods = z
  .array(method)
  .min(2)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'a method stands once');
const count = z.number().int().positive();

/** `rules/scoring/forecast.yaml` */
export const forecastSchema = z
  .strictObject({
    basis: z.literal('practice'),
    source,
    band: z.strictObject({
      percent: percent.refine((value) => value > 0 && value < 100, 'lies between 0 and 100'),
    }),
    least_origins: count.min(2),
    least_history: count,
    most_steps: count,
    recent_quarters: count,
    most_projects: count,
    curve_parts: count.min(2),
    naive: z.enum(methodIds),
    money: z.strictObject({ methods }),
    indicators: z.strictObject({
      methods: methods.refine(
        (list) => list.every(({ id }) => id !== 'last-year'),
        'projects are too short for the quarters of last year',
      ),
    }),
  })
  .refine(
    ({ naive, money, indicators }) =>
      [money, indicators].every((part) => part.methods.some(({ id }) => id === naive)),
    'the naive method is one of those tried',
  );
