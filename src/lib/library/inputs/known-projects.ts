import type { LibraryRows, Row } from '$lib/domain/tables';
import { projectKey } from '../check/duplicates';
import type { KnownBody } from './body-index';

/** What an import must know of a project to join rows to it. */
export type KnownProject = Pick<
  Row<'project'>,
  | 'project_id'
  | 'guide_year'
  | 'category_id'
  | 'variant_id'
  | 'name'
  | 'recipient_name'
  | 'start_date'
  | 'awarded_on'
  | 'award_fen'
>;

/** A payment that was loaded before, with the file that it came from. */
export interface KnownPayment extends Omit<Row<'disbursement'>, 'source_sheet' | 'source_row'> {
  file: string;
}

export type KnownForm = Pick<Row<'target_form'>, 'project_id' | 'guide_year' | 'form_id'>;
export type KnownOwnIndicator = Pick<Row<'target'>, 'project_id' | 'form_id' | 'indicator_key'> & {
  own_name: string;
};

/** What of a library an import looks up; plain data, so that it reaches a worker. */
export interface KnownLibrary {
  projects: KnownProject[];
  payments: KnownPayment[];
  forms: KnownForm[];
  ownIndicators: KnownOwnIndicator[];
  centres: KnownBody[];
  platforms: KnownBody[];
}

export const nothingKnown: Readonly<KnownLibrary> = {
  projects: [],
  payments: [],
  forms: [],
  ownIndicators: [],
  centres: [],
  platforms: [],
};

export const knownProject = (row: Row<'project'>): KnownProject => ({
  project_id: row.project_id,
  guide_year: row.guide_year,
  category_id: row.category_id,
  variant_id: row.variant_id,
  name: row.name,
  recipient_name: row.recipient_name,
  start_date: row.start_date,
  awarded_on: row.awarded_on,
  award_fen: row.award_fen,
});

/** What an import needs to know of the library so far, to join payments, acceptances, targets and progress to it. */
export function knownOf(rows: LibraryRows): KnownLibrary {
  const files = new Map(rows.source_file.map((file) => [file.file_id, file.name]));
  return {
    projects: rows.project.map(knownProject),
    payments: rows.disbursement.map(({ project_id, sequence, paid_fen, paid_on, source_file_id }) => ({
      project_id,
      sequence,
      paid_fen,
      paid_on,
      source_file_id,
      file: files.get(source_file_id) ?? '',
    })),
    forms: rows.target_form.map(({ project_id, guide_year, form_id }) => ({
      project_id,
      guide_year,
      form_id,
    })),
    ownIndicators: rows.target.flatMap(({ project_id, form_id, indicator_key, own_name }) =>
      own_name === null ? [] : [{ project_id, form_id, indicator_key, own_name }],
    ),
    centres: rows.centre.map(({ centre_id: id, name, host }) => ({ id, name, owner: host })),
    platforms: rows.platform.map(({ platform_id: id, name, operator }) => ({ id, name, owner: operator })),
  };
}

/**
 * Projects by number and by recipient with name; a later one with a number that is there already replaces it. They
 * are put in order when one is first asked for: most imports never ask.
 */
export class ProjectIndex {
  private waiting: KnownProject[];
  private readonly byId = new Map<string, KnownProject>();
  private readonly byName = new Map<string, Map<string, KnownProject>>();

  constructor(projects: readonly KnownProject[]) {
    this.waiting = [...projects];
  }

  add(project: KnownProject): void {
    this.waiting.push(project);
  }

  withId(id: string): KnownProject | undefined {
    this.settle();
    return this.byId.get(id);
  }

  /** One for each guide year in which the recipient had a project of this name. */
  named(recipient: string, name: string): KnownProject[] {
    this.settle();
    return [...(this.byName.get(projectKey(recipient, name))?.values() ?? [])];
  }

  private settle(): void {
    for (const project of this.waiting) {
      this.byId.set(project.project_id, project);
      const key = projectKey(project.recipient_name, project.name);
      const same = this.byName.get(key) ?? new Map<string, KnownProject>();
      this.byName.set(key, same.set(project.project_id, project));
    }
    this.waiting = [];
  }
}
