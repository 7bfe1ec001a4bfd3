import type { InputTable } from '$lib/policy/inputs/input-table';
import { label, sheetName, type TemplateSheet, type TemplateValue } from './template';

const textWidth = 26;
const numberWidth = 16;
const layoutNote =
  '说明：文件没有规定本表格式，列名与单位由本系统拟定；项目按项目编号对应，没有编号的按承担单位和项目名称对应。';

/**
 * A table beside the summary tables: title, header, lines, and a note that its layout is ours.
 * @param quarters heads of the quarters (2024年第一季度) for a table that has them across
 */
export function inputTemplate(
  table: InputTable,
  lines: readonly Readonly<Record<string, TemplateValue>>[] = [],
  quarters: readonly string[] = [],
): TemplateSheet {
  return {
    name: sheetName(table.name.zh),
    widths: table.columns.map(({ kind }) =>
      kind === 'text' || kind === 'category' ? textWidth : numberWidth,
    ),
    rows: [
      [label(table.title, { across: table.columns.length + quarters.length })],
      [...table.columns.map(({ header }) => label(header)), ...quarters.map((text) => label(text))],
      ...lines.map((line, index) => [
        ...table.columns.map(({ field, kind }) => ({
          value: kind === 'sequence' ? index + 1 : (line[field] ?? null),
        })),
        ...quarters.map((text) => ({ value: line[text] ?? null })),
      ]),
      [],
      [{ value: layoutNote }],
    ],
  };
}
