import type { Label } from '$lib/domain/label';
import type { KpiForm } from '$lib/policy/forms/form';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Rulebook, SummaryTable } from '$lib/policy/rulebook';
import { checklistTemplate } from '../inputs/checklist-template';
import { formTemplate } from './form-template';
import { inputTemplate } from './input-template';
import { summaryTemplate } from './summary-template';
import type { TemplateSheet } from './template';

/** A blank table to download. */
export interface BlankTemplate {
  id: string;
  kind: 'summary' | 'form' | 'input';
  guideYear: number | null;
  /** Annex number as printed, or null for a table whose layout is ours. */
  number: string | null;
  name: Label;
  /** As the office would name the file. */
  fileName: string;
  sheet: () => TemplateSheet;
}

export interface TemplateRules {
  rulebook: Rulebook;
  forms: readonly KpiForm[];
  tables: readonly InputTable[];
}

const fileNameOf = (words: string): string => `${words.replace(/[\\/:*?"<>|]/g, '·')}（空表）.xlsx`;

function summaryOf(rulebook: Rulebook, table: SummaryTable): BlankTemplate {
  const guide = rulebook.guides.find(({ year }) => year === table.guideYear);
  const area = guide?.areas.find(({ id }) => id === table.areaId)?.name;
  const words = `附件${table.id} ${table.guideYear}年度入库项目汇总表`;
  return {
    id: `summary/${table.guideYear}/${table.id}`,
    kind: 'summary',
    guideYear: table.guideYear,
    number: table.id,
    name: {
      zh: `入库项目汇总表（${area?.zh ?? table.areaId}）`,
      en: `Summary of projects: ${area?.en ?? table.areaId}`,
    },
    fileName: fileNameOf(`${words}（${area?.zh ?? table.areaId}）`),
    sheet: () => summaryTemplate(table),
  };
}

const formOf = (form: KpiForm): BlankTemplate => ({
  id: `form/${form.guideYear}/${form.id}`,
  kind: 'form',
  guideYear: form.guideYear,
  number: form.id,
  name: form.title,
  fileName: fileNameOf(`${form.guideYear}年度附件${form.id} ${form.title.zh}`),
  sheet: () => formTemplate(form),
});

const quarterNames = ['一', '二', '三', '四'].map((number) => `第${number}季度`);

/** Heads of the columns that only the sheet names. */
function acrossHeads(table: InputTable, year: number): string[] {
  if (table.quartersAcross) return quarterNames.map((quarter) => `${year}年${quarter}`);
  if (!table.factsAcross) return [];
  // Elements of a factory are answered one by one in the long table.
  return table.facts
    .filter(({ id }) => !id.startsWith('element/'))
    .map(({ words, id, type }) => `${words[0] ?? id}${type === 'money' ? '（万元）' : ''}`);
}

const inputOf = (table: InputTable, year: number): BlankTemplate => ({
  id: `input/${table.id}`,
  kind: 'input',
  guideYear: null,
  number: null,
  name: table.name,
  fileName: fileNameOf(table.name.zh),
  sheet: () => inputTemplate(table, [], acrossHeads(table, year)),
});

/** The check of authenticity with one project on a sheet, as annex 4 prints it. */
const printedChecklist = (table: InputTable): BlankTemplate => ({
  id: 'input/checklist-form',
  kind: 'input',
  guideYear: null,
  number: '4',
  name: { zh: '入库项目真实性核查表（一项目一表）', en: 'Check of authenticity, one project a sheet' },
  fileName: fileNameOf('附件4 入库项目真实性核查表'),
  sheet: () => checklistTemplate(table),
});

/**
 * Every blank table that the portal reads back: summary tables, the other tables, KPI forms, the newest guide first.
 * @param year whose quarters stand in the table of progress by quarter
 */
export function listTemplates({ rulebook, forms, tables }: TemplateRules, year: number): BlankTemplate[] {
  const checklist = tables.find(({ id }) => id === 'checklists');
  return [
    ...rulebook.summaryTables.map((table) => summaryOf(rulebook, table)),
    ...tables.map((table) => inputOf(table, year)),
    ...(checklist ? [printedChecklist(checklist)] : []),
    ...forms.toSorted((a, b) => b.guideYear - a.guideYear).map(formOf),
  ];
}
