import type { InputTable } from '$lib/policy/inputs/input-table';
import { blank, label, sheetName, type TemplateSheet } from '../templates/template';

/** What is filled into a check of authenticity. */
export interface FilledChecklist {
  recipient: string;
  name: string;
  category: string;
  /** By the item's id: 是, 否, or words. */
  answers: Readonly<Record<string, string>>;
  checkedOn: string | null;
}

const printedTitle = '专项资金入库项目真实性核查表';

/** The check of authenticity as 附件4 lays it out, one project a sheet; blank where nothing is filled in. */
export function checklistTemplate(table: InputTable, filled: FilledChecklist | null = null): TemplateSheet {
  const answer = (id: string) => ({ value: filled?.answers[id] ?? null });
  const items = table.facts.filter(({ id }) => id !== 'conclusion');
  return {
    name: sheetName(table.name.zh),
    widths: [64, 36],
    rows: [
      [label(printedTitle, { across: 2 })],
      [label('申报主体'), { value: filled?.recipient ?? null }],
      [label('项目名称'), { value: filled?.name ?? null }],
      [label('所属类别'), { value: filled?.category ?? null }],
      [label('具体核查内容'), label('核查情况')],
      ...items.map(({ id, words }, index) => [{ value: `${index + 1}. ${words[0] ?? id}` }, answer(id)]),
      [{ value: '核查结论与建议：' }, answer('conclusion')],
      [{ value: '核查人员：（签字）' }, blank],
      [{ value: '核查负责人单位及职务：' }, blank],
      [{ value: '核查负责人联系电话：' }, blank],
      [{ value: '核查日期：' }, { value: filled?.checkedOn ?? null }],
    ],
  };
}
