import type { FindingCode } from '$lib/library/check/finding-codes';
import type { OfficialBook, OfficialRules } from '$lib/library/official/official-book';
import { cellAddress } from '$lib/library/read/cells';
import type { TemplateCell, TemplateSheet, TemplateValue } from '$lib/library/templates/template';
import type { Random } from './random';
import { faultKinds, type FaultKind } from './workbook-fault-kinds';

/** Where a fault was planted, and the finding that must name it. */
export interface PlantedFault {
  file: string;
  sheet: string;
  cell: string;
  code: FindingCode;
}

/** A cell of a line that a fault can be planted in. */
interface Place {
  book: number;
  sheet: number;
  row: number;
  index: number;
  value: TemplateValue;
}

const mostTries = 400;

/** Spoils copies of books one cell at a time, each project in one place at most. */
class FaultPlanter {
  readonly faults: PlantedFault[] = [];
  readonly books: OfficialBook[];
  private readonly touched = new Set<string>();

  constructor(
    books: readonly OfficialBook[],
    private readonly rules: OfficialRules,
    private readonly random: Random,
  ) {
    this.books = [...books];
  }

  plant(kind: FaultKind): void {
    const random = this.random.fork(`${kind.code}/${kind.field}`);
    const candidates = this.booksFor(kind);
    for (let tries = 0; tries < mostTries && candidates.length > 0; tries++) {
      const place = this.placeIn(kind, random, random.pick(candidates));
      if (!place) continue;
      this.spoil(place, kind.code);
      return;
    }
  }

  private booksFor({ table }: FaultKind): number[] {
    const name = this.rules.tables.find(({ id }) => id === table)?.name.zh;
    return this.books.flatMap((book, index) => {
      const fits = table === 'summary' ? book.name.includes('入库项目汇总表') : book.name === `${name}.xlsx`;
      return fits ? [index] : [];
    });
  }

  private fieldsOf({ table }: FaultKind): string[] {
    const [summary] = this.rules.rulebook.summaryTables;
    const own = this.rules.tables.find(({ id }) => id === table);
    return (own ?? summary)?.columns.map(({ field }) => field) ?? [];
  }

  private placeIn(kind: FaultKind, random: Random, book: number): Place | null {
    const sheets = this.books[book]?.sheets ?? [];
    const sheet = random.whole(0, sheets.length - 1);
    const { rows, ruled } = sheets[sheet] ?? { rows: [] };
    const row = random.whole(ruled?.from ?? 0, ruled?.to ?? 0);
    const cells = rows[row] ?? [];
    const fields = this.fieldsOf(kind);
    const line = new Map(fields.map((field, index) => [field, cells[index]?.value ?? null]));
    const project = `${String(line.get('recipient_name'))}|${String(line.get('name'))}`;
    if (cells.some(({ label }) => label) || this.touched.has(project)) return null;
    const value = kind.spoil(line);
    if (value === undefined) return null;
    if (fields.includes('recipient_name')) this.touched.add(project);
    return { book, sheet, row, index: fields.indexOf(kind.field), value };
  }

  private spoil({ book: at, sheet, row, index, value }: Place, code: FindingCode): void {
    const book = this.books[at];
    const spoilt = book?.sheets[sheet];
    if (!book || !spoilt) return;
    this.books[at] = {
      ...book,
      sheets: book.sheets.map((one, number) => (number === sheet ? withCell(one, row, index, value) : one)),
    };
    this.faults.push({ file: book.name, sheet: spoilt.name, cell: cellAddress(row, index), code });
  }
}

function withCell(sheet: TemplateSheet, row: number, index: number, value: TemplateValue): TemplateSheet {
  const changed = (cells: readonly TemplateCell[]) =>
    cells.map((cell, at) => (at === index ? { ...cell, value } : cell));
  return { ...sheet, rows: sheet.rows.map((cells, at) => (at === row ? changed(cells) : cells)) };
}

/** Plants one fault of each kind that the books have room for; the books given stay as they are. */
export function plantFaults(
  books: readonly OfficialBook[],
  rules: OfficialRules,
  random: Random,
): { books: OfficialBook[]; faults: PlantedFault[] } {
  const planter = new FaultPlanter(books, rules, random);
  for (const kind of faultKinds) planter.plant(kind);
  return { books: planter.books, faults: planter.faults };
}
