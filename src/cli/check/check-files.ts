import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '$lib/domain/finding';
import { countRows, type Row } from '$lib/domain/tables';
import { describeFinding, describeRefusal } from '$lib/i18n/describe-finding';
import { importFiles } from '$lib/library/import-files';
import type { FileImport } from '$lib/library/import-options';
import type { ImportInputs } from '$lib/library/inputs/input-state';
import { assess } from '$lib/policy/conditions/assess';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import type { Guide, Rulebook } from '$lib/policy/rulebook';
import { UsageError } from '../usage-error';
import { quotaUse } from './quota-use';

/** Reads the files that are named. @throws UsageError for one that is not there */
const readAll = (files: string[]) =>
  files.map((file) => {
    if (!existsSync(file)) throw new UsageError(`没有这个文件 no such file: ${file}`);
    return { name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) };
  });

const withSentence = (finding: Finding) => ({ ...finding, sentence: describeFinding(finding) });

const countOf = (findings: Finding[], severity: Finding['severity']) =>
  findings.filter((finding) => finding.severity === severity).length;

/** One project under the rules of the guide, as far as a summary table tells. */
function projectAnswer(row: Row<'project'>, guide: Guide, rulebook: Rulebook, book: ConditionBook) {
  const category = guide.categories.find(({ id }) => id === row.category_id);
  if (!category) throw new Error(`${row.category_id} is no category of ${guide.year}`);
  const item = conditionsOf(book, category, guide);
  const { eligibility, ceiling, missing } = assess(
    category,
    item,
    projectFacts(row, category, book.facts),
    rulebook.bases,
  );
  const answered = (answer: string) =>
    eligibility.conditions
      .filter((one) => one.answer === answer && one.condition.kind !== 'priority')
      .map(({ condition }) => ({ id: condition.id, name: condition.name, source: condition.source }));
  return {
    name: row.name,
    recipient: row.recipient_name,
    category: category.id,
    type: row.variant_id,
    sheet: row.source_sheet,
    row: row.source_row,
    answer: eligibility.answer,
    notMet: answered('not_met'),
    undetermined: answered('undetermined').map(({ id }) => id),
    missing,
    requestedFen: row.requested_fen,
    ceilingFen: ceiling.known?.fen ?? null,
    upperEstimate: ceiling.known?.upperEstimate ?? null,
  };
}

const fileOut = ({ name, rows_read, rows_loaded, region_text, kind }: Row<'source_file'>) => ({
  name,
  kind,
  region: region_text,
  rowsRead: rows_read,
  rowsLoaded: rows_loaded,
});

/** How many rows of each kind were loaded; kinds without any are left out. */
const loadedRows = ({ rows }: FileImport): [table: string, rows: number][] =>
  Object.entries(countRows(rows)).filter(
    ([table, count]) => count > 0 && table !== 'source_file' && table !== 'source_column',
  );

function report(result: FileImport, guide: Guide, rulebook: Rulebook, book: ConditionBook) {
  const ofYear = result.rows.project.filter((row) => row.guide_year === guide.year);
  const projects = ofYear.map((row) => projectAnswer(row, guide, rulebook, book));
  const answers = (answer: string) => projects.filter((project) => project.answer === answer).length;
  return {
    guide: guide.year,
    files: result.rows.source_file.map(fileOut),
    loaded: Object.fromEntries(loadedRows(result)),
    packages: result.packages,
    refusals: result.refusals.map((refusal) => ({ ...refusal, sentence: describeRefusal(refusal) })),
    counts: {
      errors: countOf(result.findings, 'error') + result.refusals.length,
      warnings: countOf(result.findings, 'warning'),
      notes: countOf(result.findings, 'note'),
      rowsWaiting: result.quarantine.length,
      projects: projects.length,
      otherYears: result.rows.project.length - ofYear.length,
      met: answers('met'),
      notMet: answers('not_met'),
      undetermined: answers('undetermined'),
    },
    findings: result.findings.map(withSentence),
    quota: quotaUse(guide, ofYear, result.rows.sub_quota_member),
    projects,
  };
}

/**
 * Checks official workbooks against the guide: faults of the files, eligibility and ceiling of every project as
 * far as the tables tell, and what each category's applications are to its quota. KPI forms, payments and the other
 * tables beside the summary tables are read with them; what they name must stand in one of the files.
 * @throws UsageError for a file that is not there
 */
export async function checkFiles(
  files: string[],
  guide: Guide,
  rulebook: Rulebook,
  book: ConditionBook,
  inputs: ImportInputs,
): Promise<CheckReport> {
  const result = await importFiles(readAll(files), { rulebook, guideYear: guide.year, inputs });
  return report(result, guide, rulebook, book);
}

export type CheckReport = ReturnType<typeof report>;
