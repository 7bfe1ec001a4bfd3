import type { Label } from '../../domain/label.ts';
import type { CentreField, CentreRow, CentreRules } from './centres.ts';
import type { FieldsText, WorkText } from './schema.ts';

interface RowText {
  id: string;
  name: Label;
  section: string;
  words: string;
}

/** Gives the rows of a file their place in its document. */
export const rowsOf =
  (document: string) =>
  ({ id, name, section, words }: RowText): CentreRow => ({ id, name, source: { document, section, words } });

type Work = Pick<CentreRules, 'planContents' | 'procedure' | 'reviewAspects' | 'reports' | 'assessment'>;

/** Procedure, reports and assessments. */
export function compileWork(text: WorkText): Work {
  const row = rowsOf(text.document);
  const { cycles, national, building, running, grades, consequences } = text.assessment;
  return {
    planContents: text.plan_contents.map(row),
    procedure: text.procedure.map(row),
    reviewAspects: text.review_aspects.map(row),
    reports: text.reports.map((report) => ({ ...row(report), to: report.to, due: report.due })),
    assessment: {
      cycles: cycles.map((cycle) => ({
        ...row(cycle),
        // The first cycle begins with the approval.
        fromYears: cycle.from_years ?? 0,
        upToYears: cycle.up_to_years ?? null,
        everyYears: cycle.every_years,
      })),
      national: row(national),
      building: building.map(row),
      running: running.map(row),
      grades: grades.map((grade) => ({ ...row(grade), passes: grade.passes })),
      consequences: consequences.map((one) => ({ ...row(one), gradeIds: one.of, years: one.years ?? null })),
    },
  };
}

/** The priority fields; the name is what is printed. */
export const compileFields = ({ document, section, fields }: FieldsText): CentreField[] =>
  fields.map(({ number, name }) => ({ number, name, source: { document, section, words: name.zh } }));
