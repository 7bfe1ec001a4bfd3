import { createHash } from 'node:crypto';
import type { Library } from '$lib/domain/library';
import {
  countRows,
  emptyLibrary,
  type LibraryRows,
  type LibraryTableName,
  type Row,
} from '$lib/domain/tables';
import { FormsOfProjects } from '$lib/library/inputs/forms-of-projects';
import { knownProject } from '$lib/library/inputs/known-projects';
import { hashRows } from '$lib/library/package/hash-rows';
import type { TableRow } from '$lib/library/package/table-columns';
import { csvPieces, inOrder } from '$lib/library/package/write-package';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Category, Rulebook } from '$lib/policy/rulebook';
import { acceptanceRows } from './goals/acceptance-rows';
import { goalRowsOf } from './goals/project-goals';
import { draftCategory, type Draft } from './drafts';
import { standingOf, terminateSome } from './endings';
import { sampleAsOf, sampleProjects, yearDemo, type YearDemo } from './parameters';
import { payCategory, type PaidDraft } from './payments';
import { placesOf, type Places } from './places';
import {
  appropriationRow,
  disbursementRows,
  projectRow,
  recoveryRows,
  sampleFileId,
  trancheRows,
} from './project-rows';
import { Random } from './random';
import { Recipients } from './recipients';
import { subQuotaRows } from './sub-quota-rows';
import { fenOfWan } from './wan';
import { demoOf } from './year-parameters';

export interface SampleOptions {
  seed: string;
  /** About how many projects; the shares of years and categories stay the same. */
  projects: number;
}

interface Workshop {
  rows: LibraryRows;
  places: Places;
  recipients: Recipients;
  /** How many times as large as the embedded sample. */
  factor: number;
  /** Forms by the year of their guide and the project's category. */
  forms: FormsOfProjects;
}

const lastAwardedYear = Math.max(
  ...yearDemo.filter((year) => year.awards.length > 0).map((year) => year.guideYear),
);

/** Drafts of a year's categories, some of them ended early, each category paid to its own target. */
function paidDrafts(
  random: Random,
  workshop: Workshop,
  year: YearDemo,
  categories: readonly Category[],
): PaidDraft[] {
  const drafts = categories.flatMap((category) =>
    draftCategory(
      random.fork(category.id),
      workshop.places,
      year,
      category,
      demoOf(category, workshop.factor),
    ),
  );
  const count = Math.round(year.terminations * workshop.factor);
  const byCategory = new Map<Category, Draft[]>(categories.map((category) => [category, []]));
  for (const draft of terminateSome(random.fork('endings'), drafts, count, sampleAsOf)) {
    byCategory.get(draft.category)?.push(draft);
  }
  return [...byCategory].flatMap(([category, list]) =>
    payCategory(
      random.fork(`payments/${category.id}`),
      list,
      demoOf(category, workshop.factor).paid,
      sampleAsOf,
    ),
  );
}

/** Targets of a project by its forms, its quarterly reports and the result of its acceptance. */
function addGoals(random: Random, { rows, forms }: Workshop, project: Row<'project'> | undefined): void {
  if (!project) return;
  for (const form of forms.asked(knownProject(project))) {
    const goals = goalRowsOf(random.fork(form.id), project, form, sampleAsOf);
    rows.target_form.push(...goals.forms);
    for (const target of goals.targets) rows.target.push(target);
    for (const report of goals.progress) rows.progress.push(report);
  }
  rows.acceptance.push(...acceptanceRows(random.fork('acceptance'), project, sampleAsOf));
}

/** Adds a year's rows; projects are numbered in the order of their submission. */
function addYear(random: Random, workshop: Workshop, year: YearDemo, categories: readonly Category[]): void {
  const { rows, recipients, factor } = workshop;
  recipients.startYear();
  const paid = random.fork('numbers').shuffled(paidDrafts(random, workshop, year, categories));
  paid.sort((a, b) => (a.draft.submittedOn < b.draft.submittedOn ? -1 : 1));
  const digits = Math.max(4, String(paid.length).length);
  for (const [index, one] of paid.entries()) {
    const projectId = `D${year.guideYear}-${String(index + 1).padStart(digits, '0')}`;
    const own = random.fork(projectId);
    const standing = standingOf(own, one, sampleAsOf, lastAwardedYear);
    rows.project.push(projectRow(own, recipients, projectId, one, standing));
    rows.tranche.push(...trancheRows(projectId, one));
    rows.disbursement.push(...disbursementRows(projectId, one));
    rows.recovery.push(...recoveryRows(projectId, standing));
    rows.sub_quota_member.push(...subQuotaRows(projectId, one.draft));
    addGoals(own.fork('goals'), workshop, rows.project.at(-1));
  }
  for (const category of categories) {
    const { appropriation } = demoOf(category, factor);
    if (appropriation === null || year.period === null) continue;
    rows.appropriation.push(appropriationRow(category, fenOfWan(appropriation), year.period));
  }
}

const rowTables = [
  'project',
  'appropriation',
  'tranche',
  'disbursement',
  'recovery',
  'target_form',
  'target',
  'progress',
  'acceptance',
] as const;

/** Puts the tables in the order of the package and gives each row its number there, the header being row 1. */
function numberRows(rows: LibraryRows): LibraryRows {
  const numbered = <T extends TableRow & { source_row: number | null }>(
    table: LibraryTableName,
    list: readonly T[],
  ): T[] => inOrder(table, list).map((row, index) => ({ ...row, source_row: index + 2 }));
  return {
    ...rows,
    project: numbered('project', rows.project),
    appropriation: numbered('appropriation', rows.appropriation),
    tranche: numbered('tranche', rows.tranche),
    disbursement: numbered('disbursement', rows.disbursement),
    recovery: numbered('recovery', rows.recovery),
    target_form: numbered('target_form', rows.target_form),
    target: numbered('target', rows.target),
    progress: numbered('progress', rows.progress),
    acceptance: numbered('acceptance', rows.acceptance),
    sub_quota_member: inOrder('sub_quota_member', rows.sub_quota_member),
  };
}

/** The source file that every row names: the tables of the package, taken together. */
function addSourceFile(rows: LibraryRows): void {
  const hash = createHash('sha256');
  let size = 0;
  for (const table of rowTables) {
    for (const piece of csvPieces(table, rows)) {
      const bytes = Buffer.from(piece, 'utf8');
      hash.update(bytes);
      size += bytes.length;
    }
  }
  const count = rowTables.reduce((sum, table) => sum + rows[table].length, 0);
  rows.source_file.push({
    file_id: sampleFileId,
    name: '演示数据包',
    sha256: hash.digest('hex'),
    size_bytes: size,
    kind: 'package',
    region_text: '江苏省（演示）',
    compiled_on: sampleAsOf,
    rows_read: count,
    rows_loaded: count,
  });
}

function libraryOf(rows: LibraryRows, guideYears: number[]): Library {
  return {
    meta: {
      kind: 'sample',
      hash: hashRows(rows),
      asOf: sampleAsOf,
      loadedAt: null,
      datasets: [
        'projects',
        'awards',
        'appropriations',
        'disbursements',
        'targets',
        'progress',
        'acceptances',
      ],
      guideYears,
      counts: countRows(rows),
    },
    rows,
  };
}

/**
 * The invented library (演示数据): three guide years under the given rules. The same rules, seed and size
 * give the same rows on every machine.
 */
export function buildSample(
  rulebook: Rulebook,
  kpiForms: readonly KpiForm[],
  options: SampleOptions,
): Library {
  const random = new Random(options.seed);
  const workshop: Workshop = {
    rows: emptyLibrary(),
    places: placesOf(
      rulebook.regions,
      rulebook.clusters.map((cluster) => cluster.id),
    ),
    recipients: new Recipients(),
    factor: options.projects / sampleProjects,
    forms: new FormsOfProjects(kpiForms, rulebook, { forms: [], ownIndicators: [] }),
  };
  for (const year of yearDemo) {
    const guide = rulebook.guides.find((one) => one.year === year.guideYear);
    if (!guide) throw new RangeError(`the rules have no guide for ${year.guideYear}`);
    addYear(random.fork(String(year.guideYear)), workshop, year, guide.categories);
  }
  const rows = numberRows(workshop.rows);
  addSourceFile(rows);
  return libraryOf(
    rows,
    yearDemo.map((year) => year.guideYear),
  );
}
