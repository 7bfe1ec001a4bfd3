import type { Finding } from '$lib/domain/finding';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Rulebook } from '$lib/policy/rulebook';
import type { OwnLibrary } from '../merge-library';
import { distinctSheetNames, type BookSheet } from './book-sheet';
import type { BookText } from './book-text';
import { FaultyRows, type FaultySheet } from './faulty-rows';
import { listSheet } from './list-sheet';
import { findingsBySender, sendersOf } from './sender-findings';
import type { WrittenNames } from './table-rows';
import { tableSheet } from './table-sheet';

/** One sender's workbook, as data. */
export interface FindingsBook {
  sender: string;
  findings: number;
  sheets: BookSheet[];
}

export interface BookSource {
  rulebook: Rulebook;
  /** Tables beside the summary tables. */
  tables: readonly InputTable[];
  words: BookText;
}

function writtenNames({ guides, clusters }: Rulebook): WrittenNames {
  const categories = new Map(guides.flatMap((guide) => guide.categories).map((one) => [one.id, one]));
  return {
    category: (id, variantId) => {
      const category = categories.get(id);
      const variant = category?.variants.find((one) => one.id === variantId);
      return [category?.name.zh ?? id, variant && `（${variant.name.zh}）`].filter(Boolean).join('');
    },
    cluster: (id) => clusters.find((cluster) => cluster.id === id)?.name.zh ?? id,
  };
}

/** Name of the file, and of its sheet where the file has several faulty ones. */
function sheetTitle({ file, sheet }: FaultySheet, all: readonly FaultySheet[]): string {
  const stem = (file.split('/').at(-1) ?? file).replace(/\.\w{1,7}$/, '');
  const several = all.filter((other) => other.file === file).length > 1;
  return several && sheet !== null ? `${sheet} ${stem}` : stem;
}

/**
 * One workbook for each sender (地区 of the file, else the file itself): the numbered list of findings, then for each
 * table the rows in which errors or warnings were found, their cells marked and the sentences beside them.
 * @param findings those of the library, or what a filter left of them
 */
export function findingsBooks(
  own: OwnLibrary,
  findings: readonly Finding[],
  source: BookSource,
): FindingsBook[] {
  const { source_file: files } = own.library.rows;
  const byName = new Map(files.map((file) => [file.name, file]));
  const faulty = new FaultyRows(own);
  const names = writtenNames(source.rulebook);
  return findingsBySender(findings, sendersOf(files)).map((part) => {
    const groups = faulty.of(part.findings);
    const titles = [source.words.listName, ...groups.map((group) => sheetTitle(group, groups))];
    const sheets = [
      listSheet(part, source.words),
      ...groups.map((group) => tableSheet(group, { ...source, names, file: byName.get(group.file) })),
    ];
    const sheetNames = distinctSheetNames(titles);
    return {
      sender: part.sender,
      findings: part.findings.length,
      sheets: sheets.map((sheet, index) => ({ ...sheet, name: sheetNames[index] ?? '' })),
    };
  });
}
