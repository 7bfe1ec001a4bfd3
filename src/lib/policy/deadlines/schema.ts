import { isIsoDate } from '../../domain/calendar.ts';
import { ambiguity, label, slug, z } from '../schemas/parts.ts';

const day = z.string().refine(isIsoDate, 'a day as YYYY-MM-DD');
const count = z.number().int().positive();

const span = z
  .strictObject({
    name: label,
    from: day,
    to: day,
    section: z.string().min(1),
    words: z.string().min(1).max(60),
  })
  .refine(({ from, to }) => from <= to, 'a span ends on or after its first day');

/** `rules/vocabulary/calendars.yaml` */
export const calendarsSchema = z.strictObject({
  years: z
    .array(
      z.strictObject({
        year: z.number().int(),
        notice: z.strictObject({ title: z.string().min(1), number: z.string().min(1), dated: day }),
        days_off: z.array(span).min(1),
        work_days: z.array(day),
      }),
    )
    .min(1)
    .refine(
      (years) => years.every(({ year }, at) => at === 0 || year === (years[at - 1]?.year ?? 0) + 1),
      'years follow one another',
    ),
});

/** `rules/scoring/deadlines.yaml` */
export const deadlinesSchema = z.strictObject({
  basis: z.literal('practice'),
  due_soon_days: count,
  acceptance_months: count,
  final_payment_months: count,
  ahead_months: count,
  duties: z.strictObject({
    quarterly_report: slug,
    half_year_summary: slug,
    annual_summary: slug,
    acceptance: slug,
    acceptance_file: slug,
    final_payment: slug,
  }),
  accepted_by: z.strictObject({ province: slug, nominator: slug }),
  readings: z.array(ambiguity),
});
