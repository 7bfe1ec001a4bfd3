import type { SummaryTable } from '$lib/policy/rulebook';
import {
  blankLines,
  blankRow,
  covered,
  label,
  sheetName,
  type TemplateCell,
  type TemplateSheet,
  type TemplateValue,
} from './template';

/** What is filled into a summary table: its lines by column, and the two lines above the header. */
export interface FilledSummary {
  region: string;
  compiledOn: string;
  lines: Readonly<Record<string, TemplateValue>>[];
}

/** 附件, title, 地区, 汇总时间. */
const titleRows = 4;
const headRows = 2;
/** In letters, so that all fifteen columns stay readable on one A4 page. */
const fieldWidths: Record<string, number> = {
  sequence: 5,
  recipient_name: 18,
  address: 20,
  industry: 14,
  category_id: 18,
  name: 24,
  in_cluster: 16,
};
const numberWidth = 11;

/** The two header rows: columns without a group reach down, groups reach across. */
function headerRows({ columns }: SummaryTable): [TemplateCell[], TemplateCell[]] {
  const above: TemplateCell[] = [];
  for (const { group, header } of columns) {
    const last = above.at(-1);
    if (group === null) above.push(label(header, { down: 2 }));
    else if (last?.value === group) last.across = (last.across ?? 1) + 1;
    else above.push(label(group));
  }
  return [above, columns.map(({ group, header }) => (group === null ? covered : label(header)))];
}

/** A summary table as annexes 2-1 to 2-5 print it: title lines, merged header, lines, seals. */
export function summaryTemplate(table: SummaryTable, filled?: FilledSummary): TemplateSheet {
  const width = table.columns.length;
  const filledLines = (filled?.lines ?? []).map((line, index) =>
    table.columns.map(({ field, kind }) => ({
      value: kind === 'sequence' ? index + 1 : (line[field] ?? null),
      centred: kind === 'sequence' || kind === 'date',
    })),
  );
  const lines = filled ? filledLines : Array.from({ length: blankLines }, () => blankRow(width));
  return {
    name: sheetName(table.id === '' ? '入库项目汇总表' : `附件${table.id}`),
    widths: table.columns.map(({ field }) => fieldWidths[field] ?? numberWidth),
    rows: [
      [{ value: table.id === '' ? null : `附件${table.id}` }],
      [label(table.title, { across: width })],
      [{ value: `地区：${filled?.region ?? ''}` }],
      [{ value: `汇总时间：${filled?.compiledOn ?? ''}` }],
      ...headerRows(table),
      ...lines,
      [],
      [{ value: '市、县（市）工业和信息化主管部门（盖章）' }],
      [{ value: '市、县（市）财政局（盖章）' }],
    ],
    ruled: { from: titleRows, to: titleRows + headRows + lines.length - 1 },
  };
}
