import type { Finding } from '$lib/domain/finding';
import type { KpiForm } from '$lib/policy/forms/form';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Rulebook } from '$lib/policy/rulebook';
import type { FindingCode } from '../check/finding-codes';
import { BodyIndex } from './body-index';
import { FormsOfProjects } from './forms-of-projects';
import { nothingKnown, ProjectIndex, type KnownLibrary, type KnownPayment } from './known-projects';
import { PaymentLedger } from './payment-rows';

/** What reads the tables beside the summary tables: their definitions, the forms, and the library so far. */
export interface ImportInputs {
  tables: readonly InputTable[];
  forms: readonly KpiForm[];
  known?: KnownLibrary;
}

/** Names rows that say the same thing twice in one import. */
export class RepeatWatch {
  private readonly seen = new Map<string, { file: string; place: string }>();

  /** The code of the fault and where the first row stands, or null for a row that comes for the first time. */
  check(
    key: string,
    at: { file: string; sheet: string | null; row: number },
  ): { code: FindingCode; place: string } | null {
    const earlier = this.seen.get(key);
    if (earlier)
      return {
        code: earlier.file === at.file ? 'duplicate_row' : 'duplicate_in_other_file',
        place: earlier.place,
      };
    const place = [at.file, at.sheet, at.row + 1].filter((part) => part !== null).join(' · ');
    this.seen.set(key, { file: at.file, place });
    return null;
  }
}

/** What all sheets of one import share: the projects, what was paid, which forms, centres and platforms there are. */
export class InputState {
  readonly projects: ProjectIndex;
  readonly ledger: PaymentLedger;
  readonly forms: FormsOfProjects;
  readonly centres: BodyIndex;
  readonly platforms: BodyIndex;
  readonly repeats = new RepeatWatch();

  /** @param replaced true for payments of files that this import reads again */
  constructor(
    readonly rulebook: Rulebook,
    readonly inputs: ImportInputs,
    replaced: (payment: KnownPayment) => boolean,
  ) {
    const known = inputs.known ?? nothingKnown;
    this.projects = new ProjectIndex(known.projects);
    this.ledger = new PaymentLedger(known.payments, replaced);
    this.forms = new FormsOfProjects(inputs.forms, rulebook, known);
    this.centres = new BodyIndex(known.centres);
    this.platforms = new BodyIndex(known.platforms);
  }
}

export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
