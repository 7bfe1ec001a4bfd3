import { comparisonKey } from '../values/text';
import type { ProjectRecord } from './project-records';

/** 有限责任公司 and 有限公司 are the same form of firm, written in two ways. */
const firmKey = (name: string): string => comparisonKey(name).replace('有限责任公司', '有限公司');

/** A project's name without the year before it and the word 项目 after it. */
export const projectNameKey = (name: string): string => {
  const key = comparisonKey(name);
  return key.replace(/^20\d\d年度?/, '').replace(/(?:建设|实施)?项目$/, '') || key;
};

/** Which project records belong to one applicant, in the order of the library. */
export interface Applicant {
  records: ProjectRecord[];
  /** Different codes and different names under which it stands. */
  codes: Set<string>;
  names: Set<string>;
}

const codeOf = ({ project }: ProjectRecord): string | null => project.recipient_code?.toUpperCase() ?? null;

/** A name that stands under one code only belongs to that code, also in rows that give none. */
function codesByName(records: readonly ProjectRecord[]): Map<string, string | null> {
  const codes = new Map<string, string | null>();
  for (const record of records) {
    const code = codeOf(record);
    if (code === null) continue;
    const name = firmKey(record.project.recipient_name);
    const known = codes.get(name);
    codes.set(name, known === undefined || known === code ? code : null);
  }
  return codes;
}

/** Applicants by 统一社会信用代码 where rows give one, else by name. */
export function applicantsOf(records: readonly ProjectRecord[]): Applicant[] {
  const codes = codesByName(records);
  const applicants = new Map<string, Applicant>();
  for (const record of records) {
    const name = firmKey(record.project.recipient_name);
    const code = codeOf(record);
    const key = code ?? codes.get(name) ?? name;
    const known = applicants.get(key);
    const applicant = known ?? { records: [], codes: new Set<string>(), names: new Set<string>() };
    if (!known) applicants.set(key, applicant);
    applicant.records.push(record);
    applicant.names.add(name);
    if (code !== null) applicant.codes.add(code);
  }
  return [...applicants.values()];
}

/** Names that stand under several codes, with the rows that give one. */
export function namesWithSeveralCodes(records: readonly ProjectRecord[]): ProjectRecord[][] {
  const several = new Set([...codesByName(records)].flatMap(([name, code]) => (code === null ? [name] : [])));
  if (several.size === 0) return [];
  const groups = new Map<string, ProjectRecord[]>();
  for (const record of records) {
    const name = firmKey(record.project.recipient_name);
    if (!several.has(name) || codeOf(record) === null) continue;
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return [...groups.values()];
}
