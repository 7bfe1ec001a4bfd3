import type { Finding } from './finding';
import type { Label } from './label';
import { libraryTables } from './tables';

/** Parameters of a finding's sentence; a page shows empty ones as “—”. */
export interface FindingParams extends Record<string, string> {
  file: string;
  sheet: string;
  cell: string;
  row: string;
  column: string;
  found: string;
  expected: string;
  fix: string;
}

/** Columns of official tables that no table of the library holds as such. */
const sheetLabels: ReadonlyMap<string, Label> = new Map([
  ['line_number', { zh: '序号', en: 'No.' }],
  ['unit', { zh: '计量单位', en: 'Unit' }],
  ['actual', { zh: '实际完成值', en: 'Actual' }],
  ['first_fen', { zh: '首拨计划金额', en: 'First tranche planned' }],
  ['first_on', { zh: '首拨计划日期', en: 'First tranche planned on' }],
  ['final_fen', { zh: '余款计划金额', en: 'Final tranche planned' }],
  ['final_on', { zh: '余款计划日期', en: 'Final tranche planned on' }],
  ['centre_name', { zh: '中心名称', en: 'Centre' }],
  ['platform_name', { zh: '平台（工厂）名称', en: 'Platform or factory' }],
  ['industry_kind', { zh: '所属行业', en: 'Industry' }],
  ['contact', { zh: '联系人', en: 'Contact' }],
  ['mobile', { zh: '联系方式', en: 'Telephone' }],
]);

const sequenceLabel: Label = { zh: '序号', en: 'No.' };

const labelOf = (column: string): Label | undefined => {
  if (column === 'sequence') return sequenceLabel;
  // Most findings lie in a project's row; other tables follow.
  for (const table of Object.values(libraryTables)) {
    const label = new Map<string, { label: Label }>(Object.entries(table)).get(column)?.label;
    if (label) return label;
  }
  return sheetLabels.get(column);
};

/** Key of the finding's sentence in the messages. */
export const findingMessageKey = (finding: Finding): string => `finding_${finding.code}`;

/** Key of a refusal's sentence in the messages. */
export const refusalMessageKey = (refusal: { code: string }): string => `refusal_${refusal.code}`;

/**
 * What the sentence of a finding needs, as text in one language.
 * @param empty what stands for a value that is not there
 */
export function findingParams(finding: Finding, locale: keyof Label, empty = '\u2014'): FindingParams {
  const column = finding.column === null ? undefined : labelOf(finding.column);
  return {
    file: finding.file,
    sheet: finding.sheet ?? empty,
    cell: finding.cell ?? empty,
    row: finding.row === null ? empty : String(finding.row),
    column: column?.[locale] ?? finding.column ?? empty,
    found: finding.found ?? empty,
    expected: finding.expected ?? empty,
    fix: finding.fix ?? empty,
  };
}
