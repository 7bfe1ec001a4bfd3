import type { FieldChange, LibraryComparison } from '$lib/library/compare/compare-libraries';
import type { Row } from '$lib/domain/tables';
import type { LightChange } from '$lib/metrics/targets/light-changes';

export const comparisonTabs = ['fresh', 'gone', 'status', 'lights', 'changed'] as const;
export type ComparisonTab = (typeof comparisonTabs)[number];

export const isTab = (value: string): value is ComparisonTab => comparisonTabs.some((tab) => tab === value);

/** One changed value of one project. */
export interface ChangeLine {
  key: string;
  project: Row<'project'>;
  field: FieldChange;
}

/** Every changed value on a line of its own, the status first. */
export const changeLines = ({ changed }: LibraryComparison): ChangeLine[] =>
  changed.flatMap(({ after, fields }) =>
    [...fields]
      .sort((a, b) => Number(b.column === 'status') - Number(a.column === 'status'))
      .map((field) => ({ key: `${after.project_id} ${field.column}`, project: after, field })),
  );

/** How many lines each tab has. */
export function tabCounts(
  comparison: LibraryComparison,
  lights: readonly LightChange[],
): Record<ComparisonTab, number> {
  const changed = changeLines(comparison).length;
  return {
    fresh: comparison.fresh.length,
    gone: comparison.gone.length,
    status: comparison.statusChanged,
    lights: lights.length,
    changed,
  };
}

/** The tab that a comparison opens with: the first that has something. */
export const firstTab = (counts: Record<ComparisonTab, number>): ComparisonTab =>
  comparisonTabs.find((tab) => counts[tab] > 0) ?? 'fresh';
