import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LibraryRows } from '$lib/domain/tables';
import type { OfficialBook, OfficialRules } from '$lib/library/official/official-book';
import { officialBooks } from '$lib/library/official/official-books';
import { withReaderNumbers } from '$lib/library/official/project-numbers';
import { writeTemplate } from '$lib/library/templates/write-template';
import { Random } from './random';
import { plantFaults, type PlantedFault } from './workbook-faults';

/** The year whose progress comes with a column for each quarter; the other years' comes line by line. */
const wideYears = [2023];

export interface SampleWorkbooks {
  books: OfficialBook[];
  /** What was spoilt on purpose, with the finding that an import must name there. */
  faults: PlantedFault[];
}

/**
 * The sample as the office would have got it: summary tables by city, KPI forms by city, the other tables.
 * @param faultSeed plants real-life faults, the same for the same seed; without it the books are as sound as the rows
 */
export function sampleWorkbooks(
  rules: OfficialRules,
  rows: LibraryRows,
  faultSeed?: string,
): SampleWorkbooks {
  const books = officialBooks(rules, withReaderNumbers(rows), { wideYears });
  if (faultSeed === undefined) return { books, faults: [] };
  return plantFaults(books, rules, new Random(`${faultSeed}/faults`));
}

const manifestName = '预设问题清单.json';

/** Writes the workbooks, each kind in a folder of its own, and beside them the list of planted faults. */
export async function writeWorkbooks(folder: string, { books, faults }: SampleWorkbooks): Promise<void> {
  for (const { folder: kind, name, sheets } of books) {
    mkdirSync(path.join(folder, kind), { recursive: true });
    writeFileSync(path.join(folder, kind, name), await writeTemplate(sheets));
  }
  if (faults.length > 0)
    writeFileSync(path.join(folder, manifestName), `${JSON.stringify(faults, null, 2)}\n`);
}
