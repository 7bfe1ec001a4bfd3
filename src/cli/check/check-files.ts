import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '$lib/domain/finding';
import type { Library } from '$lib/domain/library';
import { countRows, type Row } from '$lib/domain/tables';
import { describeFinding, describeRefusal } from '$lib/i18n/describe-finding';
import { crossCheck, withCrossChecks } from '$lib/library/cross-check/cross-check';
import { importFiles } from '$lib/library/import-files';
import type { FileImport } from '$lib/library/import-options';
import type { ImportInputs } from '$lib/library/inputs/input-state';
import { knownOf } from '$lib/library/inputs/known-projects';
import { loadedNow } from '$lib/library/loaded-now';
import { mergeImport, type OwnLibrary } from '$lib/library/merge-library';
import type { NamedFile } from '$lib/library/read/read-file';
import { assess } from '$lib/policy/conditions/assess';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import type { Guide, Rulebook } from '$lib/policy/rulebook';
import type { ScoringRules } from '$lib/policy/scoring/scoring';
import { UsageError } from '../usage-error';
import { quotaUse } from './quota-use';

/** What files are checked by. */
export interface CheckRules {
  guide: Guide;
  rulebook: Rulebook;
  book: ConditionBook;
  inputs: Pick<ImportInputs, 'tables' | 'forms'>;
  scoring: ScoringRules;
}

/** Reads the file that is named. @throws UsageError when it is not there */
export function readNamed(file: string): NamedFile {
  if (!existsSync(file)) throw new UsageError(`没有这个文件 no such file: ${file}`);
  return { name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) };
}

/**
 * The library with the files in it, and what is found in them: faults of the files, and what the checks over the
 * whole library say of their rows.
 */
function joined(imported: FileImport, library: Library | null, rules: CheckRules): OwnLibrary {
  const { rulebook, book, inputs, scoring } = rules;
  const before = library ? { library, findings: [], quarantine: [] } : null;
  const own = mergeImport(before, imported, loadedNow(), rulebook);
  const names = new Set(imported.rows.source_file.map(({ name }) => name));
  const checks = { rulebook, conditions: book, forms: inputs.forms, scoring };
  const found = crossCheck(own.library.rows, checks).filter(({ file }) => names.has(file));
  return { ...own, findings: withCrossChecks(own.findings, found) };
}

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

function report(result: FileImport, own: OwnLibrary, { guide, rulebook, book }: CheckRules) {
  const { findings } = own;
  const { project: all, sub_quota_member: members } = own.library.rows;
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
      errors: countOf(findings, 'error') + result.refusals.length,
      warnings: countOf(findings, 'warning'),
      notes: countOf(findings, 'note'),
      rowsWaiting: result.quarantine.length,
      projects: projects.length,
      otherYears: result.rows.project.length - ofYear.length,
      met: answers('met'),
      notMet: answers('not_met'),
      undetermined: answers('undetermined'),
    },
    findings: findings.map(withSentence),
    quota: quotaUse(
      guide,
      all.filter((row) => row.guide_year === guide.year),
      members,
    ),
    projects,
  };
}

/**
 * Checks official workbooks against the guide: faults of the files, eligibility and ceiling of every project as
 * far as the tables tell, and what each category's applications are to its quota. KPI forms, payments and the other
 * tables beside the summary tables are read with them; what they name must stand in one of the files or in the
 * library.
 * @param library the library that the files join; without it they are a library of their own
 */
export async function checkFiles(
  files: readonly NamedFile[],
  rules: CheckRules,
  library: Library | null = null,
): Promise<CheckReport> {
  const { rulebook, guide, inputs } = rules;
  const known = library ? { known: knownOf(library.rows) } : {};
  const result = await importFiles(files, {
    rulebook,
    guideYear: guide.year,
    inputs: { ...inputs, ...known },
  });
  return report(result, joined(result, library, rules), rules);
}

export type CheckReport = ReturnType<typeof report>;
