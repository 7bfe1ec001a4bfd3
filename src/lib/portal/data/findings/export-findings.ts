import inputTables from 'virtual:fundlens-inputs';
import type { Finding } from '$lib/domain/finding';
import { describeFinding, severityName } from '$lib/i18n/describe-finding';
import { m } from '$lib/i18n/paraglide/messages';
import type { BookText } from '$lib/library/findings-book/book-text';
import { findingsBooks } from '$lib/library/findings-book/findings-book';
import { writeBook, zipBooks } from '$lib/library/findings-book/write-book';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { Rulebook } from '$lib/policy/rulebook';
import { fileName } from '$lib/ui/download';

/** Loaded when a workbook is asked for: the writer of workbooks is heavy. */

const bookText = (isSample: boolean): BookText => ({
  listName: m.corrections_book_list(),
  title: (sender, count, errors) => m.corrections_book_title({ sender, count, errors }),
  guide: m.corrections_book_guide(),
  sampleMark: isSample ? m.corrections_book_sample() : null,
  heads: [
    m.corrections_book_number(),
    m.corrections_severity(),
    m.corrections_file(),
    m.col_sheet(),
    m.col_cell(),
    m.col_finding(),
    m.col_found(),
    m.corrections_col_expected(),
    m.col_fix(),
  ],
  problemHead: m.corrections_book_problem(),
  problem: (row, finding) => m.corrections_book_row({ row, sentence: describeFinding(finding) }),
  severity: ({ severity }) => severityName(severity),
  sentence: describeFinding,
});

export interface ExportedFile {
  name: string;
  blob: Blob;
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const partOf = (bytes: Uint8Array, type: string): Blob => new Blob([new Uint8Array(bytes)], { type });

/** Workbooks by their names; two senders whose names come out the same are told apart. */
function distinctNames(senders: readonly string[]): string[] {
  const taken = new Set<string>();
  return senders.map((sender) => {
    const plain = sender.replace(/\.\w{1,7}$/, '');
    let name = fileName([m.corrections_book_name({ sender: plain })], 'xlsx');
    for (let count = 2; taken.has(name); count += 1)
      name = fileName([m.corrections_book_name({ sender: plain }), String(count)], 'xlsx');
    taken.add(name);
    return name;
  });
}

/** One workbook for each sender of these findings; of several senders, an archive of their workbooks. */
export async function exportBooks(
  own: OwnLibrary,
  findings: readonly Finding[],
  rulebook: Rulebook,
): Promise<ExportedFile> {
  const words = bookText(own.library.meta.kind === 'sample');
  const books = findingsBooks(own, findings, { rulebook, tables: inputTables, words });
  const names = distinctNames(books.map(({ sender }) => sender));
  const written = await Promise.all(books.map(writeBook));
  const [only] = written;
  if (only && written.length === 1) return { name: names[0] ?? '', blob: partOf(only, xlsxType) };
  const files = Object.fromEntries(names.map((name, index) => [name, written[index] ?? new Uint8Array()]));
  const archive = partOf(zipBooks(files), 'application/zip');
  return { name: fileName([m.corrections_book_archive()], 'zip'), blob: archive };
}
