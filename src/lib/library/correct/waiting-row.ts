import type { Finding } from '$lib/domain/finding';
import type { QuarantinedRow } from '../import-result';

/** Names a row that waits: file, sheet and row. */
export const waitingRowKey = ({
  fileId,
  sheet,
  row,
}: Pick<QuarantinedRow, 'fileId' | 'sheet' | 'row'>): string => [fileId, sheet ?? '', row].join('\u001f');

/** What makes two findings the same one: kept libraries hold copies of them. */
export const findingKey = ({ file, sheet, cell, code, found }: Finding): string =>
  [file, sheet, cell, code, found].map((part) => part ?? '').join('\u001f');

/**
 * The list of findings with those of some rows replaced, in their place.
 * @param anew what is found now, by the row
 */
export function replaceFindings(
  findings: readonly Finding[],
  anew: ReadonlyMap<QuarantinedRow, readonly Finding[]>,
): Finding[] {
  const owners = new Map<string, QuarantinedRow>();
  for (const row of anew.keys()) for (const finding of row.findings) owners.set(findingKey(finding), row);
  const placed = new Set<QuarantinedRow>();
  const kept = findings.flatMap((finding) => {
    const owner = owners.get(findingKey(finding));
    if (!owner) return [finding];
    if (placed.has(owner)) return [];
    placed.add(owner);
    return anew.get(owner) ?? [];
  });
  const rest = [...anew].flatMap(([row, now]) => (placed.has(row) ? [] : now));
  return kept.concat(rest);
}
