import type { KnownProject, ProjectIndex } from './known-projects';
import type { InputRow } from './read-input-row';
import { comparisonKey } from '../values/text';

/** What names a project: a row of a table, or the head of a form. */
export type JoinedRow = Pick<InputRow, 'texts' | 'report'>;

/** Finds the projects of a sheet's rows; that the sheet numbers projects in its own way is said once. */
export class ProjectJoin {
  private foreignNamed = false;

  constructor(
    private readonly projects: ProjectIndex,
    /** From the title: decides where a recipient had projects of one name in several years. */
    private readonly guideYear: number | null,
  ) {}

  /** The project that the row names, by 项目编号, else by 承担单位 and 项目名称; null with a finding. */
  find(row: JoinedRow): KnownProject | null {
    const id = row.texts.get('project_id');
    const known = id === undefined ? undefined : this.projects.withId(id);
    if (known) return this.sameName(row, known);
    const recipient = row.texts.get('recipient_name');
    const name = row.texts.get('name');
    if (recipient !== undefined && name !== undefined) {
      const found = this.byName(row, recipient, name);
      if (found && id !== undefined) this.nameForeign(row);
      return found;
    }
    if (id === undefined) row.report('project_reference_missing', 'project_id', { found: null });
    else row.report('project_unknown', 'project_id', { expected: '项目编号' });
    return null;
  }

  private sameName(row: JoinedRow, known: KnownProject): KnownProject | null {
    for (const field of ['name', 'recipient_name'] as const) {
      const said = row.texts.get(field);
      if (said === undefined || comparisonKey(said) === comparisonKey(known[field])) continue;
      row.report('project_name_differs', field, { expected: known[field] });
      return null;
    }
    return known;
  }

  private byName(row: JoinedRow, recipient: string, name: string): KnownProject | null {
    const all = this.projects.named(recipient, name);
    const ofYear = all.filter((project) => project.guide_year === this.guideYear);
    const [found, other] = ofYear.length > 0 ? ofYear : all;
    if (found && !other) return found;
    const said = `${recipient} · ${name}`;
    if (!found) row.report('project_unknown', 'name', { found: said, expected: '承担单位、项目名称' });
    else {
      const years = all.map((project) => `${project.guide_year}年度`).join('、');
      row.report('project_ambiguous', 'name', { found: said, expected: years });
    }
    return null;
  }

  private nameForeign(row: JoinedRow): void {
    if (!this.foreignNamed) row.report('project_id_foreign', 'project_id');
    this.foreignNamed = true;
  }
}
