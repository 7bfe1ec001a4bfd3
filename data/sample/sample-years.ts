import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';
import { FormsOfProjects } from '$lib/library/inputs/forms-of-projects';
import { knownProject } from '$lib/library/inputs/known-projects';
import type { KpiForm } from '$lib/policy/forms/form';
import type { Category, Rulebook } from '$lib/policy/rulebook';
import { acceptanceRows } from './goals/acceptance-rows';
import { goalRowsOf, type GoalRows } from './goals/project-goals';
import { reachOf } from './goals/project-reach';
import { addCentres } from './centres/add-centres';
import { draftCategory, type Draft } from './drafts';
import { standingOf, terminateSome } from './endings';
import { sampleAsOf, sampleProjects, yearDemo, type YearDemo } from './parameters';
import { payCategory, type PaidDraft, type Payment } from './payments';
import { placesOf, type Places } from './places';
import { addPlatforms } from './platforms/add-platforms';
import { appropriationRow, disbursementRows, projectRow, recoveryRows, trancheRows } from './project-rows';
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

/** Takes the rows of a form, project by project in the order of their numbers, so that not all need be held. */
export type TakeGoals = (rows: GoalRows) => void;

interface Workshop {
  rows: LibraryRows;
  places: Places;
  recipients: Recipients;
  /** How many times as large as the embedded sample. */
  factor: number;
  /** Forms by the year of their guide and the project's category. */
  forms: FormsOfProjects;
  takeGoals: TakeGoals;
}

const lastAwardedYear = Math.max(
  ...yearDemo.filter((year) => year.awards.length > 0).map((year) => year.guideYear),
);

/** Drafts of a year's categories, some of them ended early, each category paid to its own target. */
function paidDrafts(
  random: Random,
  { places, factor }: Workshop,
  year: YearDemo,
  categories: readonly Category[],
): PaidDraft[] {
  const drafts = categories.flatMap((category) =>
    draftCategory(random.fork(category.id), places, year, category, demoOf(category, factor)),
  );
  const count = Math.round(year.terminations * factor);
  const byCategory = new Map<Category, Draft[]>(categories.map((category) => [category, []]));
  for (const draft of terminateSome(random.fork('endings'), drafts, count, sampleAsOf)) {
    byCategory.get(draft.category)?.push(draft);
  }
  return [...byCategory].flatMap(([category, list]) =>
    payCategory(random.fork(`payments/${category.id}`), list, demoOf(category, factor).paid, sampleAsOf),
  );
}

/** Targets of a project by its forms, its quarterly reports and the result of its acceptance. */
function addGoals(
  random: Random,
  { rows, forms, takeGoals }: Workshop,
  project: Row<'project'>,
  payments: readonly Payment[],
): void {
  const reach = reachOf(random.fork('reach'), project, payments, sampleAsOf);
  const maker = { project, reach, asOf: sampleAsOf };
  const asked = forms.asked(knownProject(project)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const form of asked) takeGoals(goalRowsOf(random.fork(form.id), maker, form));
  rows.acceptance.push(...acceptanceRows(random.fork('acceptance'), maker));
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
    const project = projectRow(own, recipients, projectId, one, standing);
    rows.project.push(project);
    rows.tranche.push(...trancheRows(projectId, one));
    rows.disbursement.push(...disbursementRows(projectId, one));
    rows.recovery.push(...recoveryRows(projectId, standing));
    rows.sub_quota_member.push(...subQuotaRows(projectId, one.draft));
    addGoals(own.fork('goals'), workshop, project, one.payments);
  }
  for (const category of categories) {
    const { appropriation } = demoOf(category, factor);
    if (appropriation === null || year.period === null) continue;
    rows.appropriation.push(appropriationRow(category, fenOfWan(appropriation), year.period));
  }
}

/**
 * Makes the projects of all guide years with their money and acceptances, and gives their forms, targets and reports
 * to `takeGoals`, which are most of the rows.
 * @returns every other table, not yet in the order of the package
 */
export function makeYears(
  rulebook: Rulebook,
  kpiForms: readonly KpiForm[],
  { seed, projects }: SampleOptions,
  takeGoals: TakeGoals,
): LibraryRows {
  const random = new Random(seed);
  const clusterIds = rulebook.clusters.map(({ id }) => id);
  const workshop: Workshop = {
    rows: emptyLibrary(),
    places: placesOf(rulebook.regions, clusterIds),
    recipients: new Recipients(),
    factor: projects / sampleProjects,
    forms: new FormsOfProjects(kpiForms, rulebook, { forms: [], ownIndicators: [] }),
    takeGoals,
  };
  for (const year of yearDemo) {
    const guide = rulebook.guides.find((one) => one.year === year.guideYear);
    if (!guide) throw new RangeError(`the rules have no guide for ${year.guideYear}`);
    addYear(random.fork(String(year.guideYear)), workshop, year, guide.categories);
  }
  addCentres(workshop.rows, seed, rulebook.regions);
  addPlatforms(workshop.rows, seed, rulebook.regions);
  return workshop.rows;
}
