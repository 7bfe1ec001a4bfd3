import { labelOf } from '$lib/briefing/wording';
import type { Finding } from '$lib/domain/finding';
import { libraryTableNames, type LibraryTableName } from '$lib/domain/tables';
import { describeFinding } from '$lib/i18n/describe-finding';
import { m } from '$lib/i18n/paraglide/messages';
import type { PackageProgress } from '$lib/library/package/pace';
import type { PackageScope } from '$lib/library/package/scope';
import type { Rulebook } from '$lib/policy/rulebook';
import { tableName } from '../snapshots/field-words';

const ownNames: Partial<Record<LibraryTableName, () => string>> = {
  project: m.packages_table_project,
  award: m.packages_table_award,
  termination: m.packages_table_termination,
  sub_quota_member: m.packages_table_sub_quota_member,
  source_file: m.packages_table_source_file,
  source_column: m.packages_table_source_column,
};

/** Tables with what they are called and how many rows they have; without those that are empty. */
export const tableCounts = (counts: Readonly<Record<LibraryTableName, number>>) =>
  libraryTableNames
    .filter((table) => counts[table] > 0)
    .map((table) => ({ table, name: ownNames[table]?.() ?? tableName(table), rows: counts[table] }));

const steps: Record<PackageProgress['step'], (given: { file: string }) => string> = {
  write: m.packages_step_write,
  pack: () => m.packages_step_pack(),
  unpack: () => m.packages_step_unpack(),
  read: m.packages_step_read,
  check: () => m.packages_step_check(),
};

export const progressWords = ({ step, file }: PackageProgress): string => steps[step]({ file });

/** What the package holds: a part of the province, or all of it. */
export function scopeWords(scope: PackageScope | null, { regions, clusters }: Rulebook): string {
  if (!scope) return m.packages_scope_whole();
  const places = [...(scope.cityAdcodes ?? []), ...(scope.directCounty ? [scope.directCounty] : [])];
  const named = [
    places.map((adcode) => {
      const region = regions.find((known) => known.adcode === adcode);
      return region ? labelOf({ zh: region.name, en: region.english ?? region.name }) : adcode;
    }),
    (scope.clusterIds ?? []).map((id) => {
      const cluster = clusters.find((known) => known.id === id);
      return cluster ? labelOf(cluster.shortName) : id;
    }),
  ];
  // Clusters narrow the places: the dot tells that they do not add up.
  return named
    .filter((names) => names.length > 0)
    .map((names) => names.join(m.packages_list_comma()))
    .join(' · ');
}

const mostSentences = 5;

/** The first findings in words, and how many more there are. */
export function refusalWords(findings: readonly Finding[]): { sentences: string[]; more: number } {
  const sentences = [...new Set(findings.map(describeFinding))];
  return {
    sentences: sentences.slice(0, mostSentences),
    more: Math.max(0, sentences.length - mostSentences),
  };
}
