import { cellText, isBlank, type CellValue } from '../read/cells';
import { comparisonKey, halfWidth } from '../values/text';
import type { FoundHeader, HeadedColumn } from './find-header';

export interface DataRows {
  /** Indexes of the rows that hold a project. */
  rows: number[];
  /** Rows of 合计 at the end: checked, never loaded as a project. */
  totals: number[];
  /** First row with the look of data after the seal and note lines, or null. */
  afterEnd: number | null;
}

type Rows = readonly (readonly CellValue[])[];

const sealOrNote =
  /\(盖章\)|盖章[:。]?$|^(?:备?注|说明|填表人|填报人|制表人?|联系人|联系电话|审核人?|负责人|单位负责人)\s*\d*[:.、]/;
const totalWord = /^(?:合计|总计|共计|小计)(?:[::(（]|$)/;
const subtotalWord = /^小计/;
/** A row below the end with so many filled cells is data that somebody wrote there. */
const filledLikeData = 5;
/** Seal and note lines fill one cell, or one for each seal. */
const mostFooterCells = 4;

const plainStart = /^[0-9\u4e00-\u9fff]/;

const filledCells = (row: readonly CellValue[]): CellValue[] => row.filter((cell) => !isBlank(cell));
const bare = (cell: CellValue): string => halfWidth(cellText(cell)).replace(/\s+/g, '');

function isFooter(row: readonly CellValue[]): boolean {
  const filled = filledCells(row);
  return filled.length <= mostFooterCells && filled.some((cell) => sealOrNote.test(bare(cell)));
}

/** Looks at rows with the meaning of their columns known. */
class RowClassifier {
  private readonly at: (field: string, row: readonly CellValue[]) => CellValue;
  private readonly known: Set<number>;
  private readonly headerKeys: { index: number; key: string }[];

  constructor(header: FoundHeader<HeadedColumn>) {
    const indexOf = new Map(header.columns.map(({ column, index }) => [column.field, index]));
    this.known = new Set(
      header.columns.filter(({ column }) => column.kind !== 'sequence').map(({ index }) => index),
    );
    this.headerKeys = header.columns.map((column) => ({
      index: column.index,
      key: comparisonKey(column.header),
    }));
    this.at = (field, row) => row[indexOf.get(field) ?? -1] ?? null;
  }

  /** Nothing but a number in the 序号 column, as a template leaves its unused lines. */
  isEmpty(row: readonly CellValue[]): boolean {
    return !row.some((cell, index) => this.known.has(index) && !isBlank(cell));
  }

  isTotal(row: readonly CellValue[]): boolean {
    if (!isBlank(this.at('recipient_name', row)) && !isBlank(this.at('name', row))) return false;
    return filledCells(row).some((cell) => typeof cell === 'string' && totalWord.test(bare(cell)));
  }

  isSubtotal(row: readonly CellValue[]): boolean {
    return filledCells(row).some((cell) => typeof cell === 'string' && subtotalWord.test(bare(cell)));
  }

  /** The header again, as printed on each page. */
  isHeaderAgain(row: readonly CellValue[]): boolean {
    const isSame = ({ index, key }: { index: number; key: string }): boolean => {
      const cell = row[index];
      if (typeof cell !== 'string' || isBlank(cell)) return false;
      // A key begins with the cell's own first letter where that is a plain one: most cells need no key to differ.
      if (plainStart.test(cell) && cell[0] !== key[0]) return false;
      return comparisonKey(cell) === key;
    };
    return this.headerKeys.filter(isSame).length >= 3;
  }

  isGroupHeading(row: readonly CellValue[]): boolean {
    const filled = filledCells(row);
    return filled.length <= 3 && filled.every((cell) => /基本情况$|^序号$/.test(bare(cell)));
  }
}

/** Tells project rows from totals, repeated headers, blank lines, and the seal and note lines at the end. */
export function findDataRows(rows: Rows, header: FoundHeader<HeadedColumn>): DataRows {
  const classifier = new RowClassifier(header);
  const found: DataRows = { rows: [], totals: [], afterEnd: null };
  let ended = false;
  for (let index = header.firstDataRow; index < rows.length; index++) {
    const row = rows[index] ?? [];
    if (ended) {
      if (filledCells(row).length >= filledLikeData) return { ...found, afterEnd: index };
      continue;
    }
    if (isFooter(row)) ended = true;
    else if (classifier.isEmpty(row) && !classifier.isTotal(row)) continue;
    else if (classifier.isHeaderAgain(row) || classifier.isGroupHeading(row)) continue;
    else if (classifier.isTotal(row)) {
      if (!classifier.isSubtotal(row)) found.totals.push(index);
    } else found.rows.push(index);
  }
  return found;
}
