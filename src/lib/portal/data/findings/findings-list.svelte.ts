import { describeFinding, severityName } from '$lib/i18n/describe-finding';
import { m } from '$lib/i18n/paraglide/messages';
import { sendersOf } from '$lib/library/findings-book/sender-findings';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { MenuOption } from '$lib/ui/option-list';
import { showNumber } from '$lib/domain/ratio';
import {
  facetCounts,
  facets,
  filterFindings,
  noFilters,
  type Facet,
  type FindingFilters,
  type FindingLine,
} from './filter-findings';
import { findingKind, findingKinds, kindName } from './finding-kinds';

/** Value of the option that opens a facet again; no file or sender is called so. */
export const anyValue = '\u0000';

export const severities = ['error', 'warning', 'note'] as const;

/** The list of findings with its filters. */
export class FindingsList {
  filters = $state<FindingFilters>({ ...noFilters });
  readonly #own: () => OwnLibrary;
  readonly lines = $derived.by((): FindingLine[] => {
    const own = this.#own();
    const senderOf = sendersOf(own.library.rows.source_file);
    return own.findings.map((finding, index) => ({
      key: String(index),
      finding,
      sender: senderOf(finding.file),
      kind: findingKind(finding.code),
      // Put into words when it is seen or searched: a library may hold a hundred thousand.
      get sentence() {
        return describeFinding(finding);
      },
    }));
  });
  readonly shown = $derived(filterFindings(this.lines, this.filters));
  readonly counts = $derived(
    Object.fromEntries(
      facets.map((facet) => [facet, facetCounts(this.lines, this.filters, facet)]),
    ) as Record<Facet, [string, number][]>,
  );

  constructor(own: () => OwnLibrary) {
    this.#own = own;
  }

  get isFiltered(): boolean {
    return facets.some((facet) => this.filters[facet] !== null) || this.filters.query.trim() !== '';
  }

  choose(facet: Facet, value: string): void {
    this.filters[facet] = value === anyValue ? null : value;
  }

  clear(): void {
    this.filters = { ...noFilters };
  }

  countOf(facet: Facet, value: string): number {
    return this.counts[facet].find(([one]) => one === value)?.[1] ?? 0;
  }

  /** Choices of a menu: all, then each value with what it would leave. */
  optionsOf(facet: Exclude<Facet, 'severity'>): MenuOption[] {
    const all = {
      sender: m.corrections_all_senders,
      file: m.corrections_all_files,
      kind: m.corrections_all_kinds,
    };
    const counted = this.counts[facet];
    const order = (value: string) => findingKinds.findIndex((kind) => kind === value);
    const sorted = facet === 'kind' ? counted.toSorted(([a], [b]) => order(a) - order(b)) : counted;
    return [
      { value: anyValue, label: all[facet]() },
      ...sorted.map(([value, count]) => ({
        value,
        label: this.nameOf(facet, value),
        note: showNumber(count),
      })),
    ];
  }

  nameOf(facet: Facet, value: string): string {
    const kind = findingKinds.find((one) => one === value);
    if (facet === 'kind' && kind) return kindName(kind);
    const severity = severities.find((one) => one === value);
    return facet === 'severity' && severity ? severityName(severity) : value;
  }

  /** Words of a menu's button: what is chosen, or that all are shown. */
  wordsOf(facet: Exclude<Facet, 'severity'>): string {
    const value = this.filters[facet];
    return value === null ? (this.optionsOf(facet)[0]?.label ?? '') : this.nameOf(facet, value);
  }
}
