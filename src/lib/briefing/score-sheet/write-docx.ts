import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { shownCell, type GridCell, type GridSheet, type GridTable } from './sheet-grid';

/** The only module that writes documents; loaded when one is asked for. */

const latin = 'Times New Roman';
const fontOf = (eastAsia: '仿宋' | '黑体') => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });
/** Half points: 小二 for the title, 五号 beside it, 小五 in the table. */
const sizes = { title: 36, subtitle: 21, body: 18 } as const;
const marginMm = { side: 20, top: 22 } as const;
const a4Mm = { width: 210, height: 297 } as const;
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const borders = { top: line, bottom: line, left: line, right: line };

// Documents are XML: what XML forbids would make the whole file unreadable.
const forbidden = /[^\P{Cc}\t\n]|[\uD800-\uDFFF\uFFFE\uFFFF]/gu;
const clean = (text: string): string => text.replaceAll('\r', '').replace(forbidden, '');

function runs(text: string, font: '仿宋' | '黑体', size: number): TextRun[] {
  return clean(text)
    .split('\n')
    .map(
      (part, index) =>
        new TextRun({ text: part, font: fontOf(font), size, ...(index > 0 ? { break: 1 } : {}) }),
    );
}

function paragraphOf(cell: GridCell): Paragraph {
  const isCentred = cell.look !== undefined || cell.align === 'center';
  return new Paragraph({
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: runs(shownCell(cell), cell.look === undefined ? '仿宋' : '黑体', sizes.body),
  });
}

const cellOf = (cell: GridCell): TableCell =>
  new TableCell({
    children: [paragraphOf(cell)],
    borders,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 70, right: 70, marginUnitType: WidthType.DXA },
    columnSpan: cell.across ?? 1,
    rowSpan: cell.down ?? 1,
  });

const tableOf = ({ rows, repeated }: GridTable, columnWidths: number[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: rows.map(
      (cells, index) =>
        new TableRow({ tableHeader: index < repeated, cantSplit: true, children: cells.map(cellOf) }),
    ),
  });

/** Two tables that touch would become one: a line of no height stands between them. */
const seam = (): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, children: [] });

const heading = (text: string, font: '仿宋' | '黑体', size: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 100 },
    children: runs(text, font, size),
  });

function sectionOf({ title, subtitle, widths, tables, remarks, landscape }: GridSheet) {
  const pageWidth = landscape ? a4Mm.height : a4Mm.width;
  const room = convertMillimetersToTwip(pageWidth - 2 * marginMm.side);
  const letters = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((width / letters) * room));
  const side = convertMillimetersToTwip(marginMm.side);
  const top = convertMillimetersToTwip(marginMm.top);
  return {
    properties: {
      page: {
        size: {
          width: convertMillimetersToTwip(a4Mm.width),
          height: convertMillimetersToTwip(a4Mm.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top, bottom: top, left: side, right: side },
      },
    },
    children: [
      heading(title, '黑体', sizes.title),
      heading(subtitle, '仿宋', sizes.subtitle),
      ...tables.flatMap((table, index) => [...(index > 0 ? [seam()] : []), tableOf(table, columnWidths)]),
      ...remarks.map(
        (text, index) =>
          new Paragraph({
            ...(index === 0 ? { spacing: { before: 120 } } : {}),
            children: runs(text, '仿宋', sizes.body),
          }),
      ),
    ],
  };
}

/** A document (docx) of these sheets on A4, each on pages of its own. */
export async function writeDocx(sheets: readonly GridSheet[]): Promise<Blob> {
  const [first] = sheets;
  const document = new Document({
    title: first?.title ?? '',
    creator: '',
    styles: { default: { document: { run: { font: fontOf('仿宋'), size: sizes.body } } } },
    sections: sheets.map(sectionOf),
  });
  return Packer.toBlob(document);
}
