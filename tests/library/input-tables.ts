import rulebook from 'virtual:fundlens-rules';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import { importFiles } from '$lib/library/import-files';
import type { ImportResult } from '$lib/library/import-result';
import type { KnownLibrary } from '$lib/library/inputs/known-projects';
import { nothingKnown } from '$lib/library/inputs/known-projects';
import { file } from './small-table';

/** A project with an award, as a library that was loaded before knows it. */
export const awarded: KnownLibrary['projects'][number] = {
  project_id: 'p-1',
  guide_year: 2023,
  category_id: 'guides/2023/high-end-upgrade',
  variant_id: null,
  name: '演示项目甲',
  recipient_name: '演示企业甲有限公司',
  start_date: '2023-01-01',
  awarded_on: '2023-11-20',
  award_fen: 500_000_000,
};

export const known = (changes: Partial<KnownLibrary> = {}): KnownLibrary => ({
  ...nothingKnown,
  projects: [awarded],
  ...changes,
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
export const csv = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map(quoted).join(',')).join('\r\n');

export const importWith = (files: { name: string; bytes: Uint8Array }[], library = known()) =>
  importFiles(files, { rulebook, inputs: { tables, forms, known: library } });

/** Imports one csv beside a library and tells code and cell of every finding. */
export async function inputFindings(
  lines: readonly (readonly string[])[],
  library = known(),
): Promise<{ result: ImportResult; found: string[] }> {
  const result = await importWith([file('演示.csv', csv(lines))], library);
  return { result, found: result.findings.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim()) };
}
