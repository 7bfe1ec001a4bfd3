import type { KpiForm } from '$lib/policy/forms/form';
import type { Category, Rulebook } from '$lib/policy/rulebook';
import type { KnownForm, KnownLibrary, KnownOwnIndicator, KnownProject } from './known-projects';

/** Which KPI forms a project has: those that were read for it, else those that its category asks for. */
export class FormsOfProjects {
  private readonly read = new Map<string, KnownForm[]>();
  private readonly own = new Map<string, KnownOwnIndicator[]>();
  private readonly categories: Map<string, Category>;
  /** A guide that copies another has the other's forms. */
  private readonly formYears: Map<number, number>;

  constructor(
    private readonly forms: readonly KpiForm[],
    rulebook: Rulebook,
    known: Pick<KnownLibrary, 'forms' | 'ownIndicators'>,
  ) {
    this.categories = new Map(
      rulebook.guides.flatMap(({ categories }) => categories.map((category) => [category.id, category])),
    );
    this.formYears = new Map(rulebook.guides.map(({ year, copyOf }) => [year, copyOf ?? year]));
    for (const form of known.forms) this.addForm(form);
    for (const indicator of known.ownIndicators) this.addOwn(indicator);
  }

  addForm(form: KnownForm): void {
    const list = this.read.get(form.project_id) ?? [];
    this.read.set(form.project_id, [...list.filter(({ form_id: id }) => id !== form.form_id), form]);
  }

  addOwn(indicator: KnownOwnIndicator): void {
    const list = this.own.get(indicator.project_id) ?? [];
    const others = list.filter(({ indicator_key: key }) => key !== indicator.indicator_key);
    this.own.set(indicator.project_id, [...others, indicator]);
  }

  ownOf(projectId: string): readonly KnownOwnIndicator[] {
    return this.own.get(projectId) ?? [];
  }

  /** Forms that the project's category asks for; those of its type where the type is known and names one. */
  asked({ category_id: id, variant_id: type, guide_year: year }: KnownProject): KpiForm[] {
    const category = this.categories.get(id);
    const own = category?.variants.find((variant) => variant.id === type)?.kpiForm ?? null;
    const ids = own === null ? (category?.kpiForms ?? []) : [own];
    const formYear = this.formYears.get(year);
    return this.forms.filter((form) => form.guideYear === formYear && ids.includes(form.id));
  }

  of(project: KnownProject): KpiForm[] {
    const read = this.read.get(project.project_id) ?? [];
    if (read.length === 0) return this.asked(project);
    return this.forms.filter((form) =>
      read.some(({ form_id: id, guide_year: year }) => form.id === id && form.guideYear === year),
    );
  }
}
