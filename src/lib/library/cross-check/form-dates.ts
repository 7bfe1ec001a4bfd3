import type { CrossLog } from './cross-log';
import type { ProjectRecord } from './project-records';

/** Start and end that hold for a project: those of its KPI form where it gives them, else those of its own row. */
export function termsOf({ project, forms }: ProjectRecord): { start: string | null; end: string | null } {
  const start = forms.find(({ start_date: day }) => day !== null)?.start_date ?? project.start_date;
  const end = forms.find(({ end_date: day }) => day !== null)?.end_date ?? project.end_date;
  return { start, end };
}

/** A form's date that, with the other one from the project's row, puts the end before the start. */
export function nameFormDates({ project, forms }: ProjectRecord, log: CrossLog): void {
  for (const form of forms) {
    const { start_date: start, end_date: end } = form;
    if (end !== null && start === null && project.start_date !== null && end < project.start_date)
      log.add('form_dates_reversed', form, 'end_date', { found: end, expected: project.start_date });
    if (start !== null && end === null && project.end_date !== null && project.end_date < start)
      log.add('form_dates_reversed', form, 'start_date', { found: project.end_date, expected: start });
  }
}
