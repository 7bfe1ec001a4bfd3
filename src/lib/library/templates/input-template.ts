import type { InputColumn, InputTable } from '$lib/policy/inputs/input-table';
import { blankLines, blankRow, label, sheetName, type TemplateSheet, type TemplateValue } from './template';

/** Title and header. */
const titleRows = 1;
const headRows = 1;
const widths: Partial<Record<InputColumn['kind'], number>> = {
  sequence: 5,
  text: 24,
  category: 26,
  fact: 32,
};
const numberWidth = 13;
const centredKinds: readonly InputColumn['kind'][] = ['sequence', 'date', 'period', 'choice', 'year'];
const layoutNote =
  '说明：文件没有规定本表格式，列名与单位由本系统拟定；项目按项目编号对应，没有编号的按承担单位和项目名称对应。';

export type InputLine = Readonly<Record<string, TemplateValue>>;

/**
 * A table beside the summary tables: title, header, lines, and a note where its layout is ours; blank with ruled lines.
 * @param across heads of the quarters (2024年第一季度) or facts, for a table that has them across
 * @param guideYear of the projects that the lines name; it stands in the title
 */
export function inputTemplate(
  table: InputTable,
  lines: readonly InputLine[] = [],
  across: readonly string[] = [],
  guideYear: number | null = null,
): TemplateSheet {
  const width = table.columns.length + across.length;
  const title = guideYear === null ? table.title : `${guideYear}年度${table.title}`;
  const filled = lines.map((line, index) => [
    ...table.columns.map(({ field, kind }) => ({
      value: kind === 'sequence' ? index + 1 : (line[field] ?? null),
      centred: centredKinds.includes(kind),
    })),
    ...across.map((text) => ({ value: line[text] ?? null })),
  ]);
  const body = lines.length > 0 ? filled : Array.from({ length: blankLines }, () => blankRow(width));
  return {
    name: sheetName(guideYear === null ? table.name.zh : `${table.name.zh}${guideYear}`),
    widths: [
      ...table.columns.map(({ kind }) => widths[kind] ?? numberWidth),
      ...across.map(() => numberWidth),
    ],
    rows: [
      [label(title, { across: width })],
      [...table.columns.map(({ header }) => label(header)), ...across.map((text) => label(text))],
      ...body,
      [],
      ...(table.ownLayout ? [[{ value: layoutNote }]] : []),
    ],
    ruled: { from: titleRows, to: titleRows + headRows + body.length - 1 },
  };
}
