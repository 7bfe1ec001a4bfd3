import type { KpiForm } from '$lib/policy/forms/form';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Rulebook } from '$lib/policy/rulebook';
import { sheetName, type TemplateSheet } from '../templates/template';

/** A workbook as data, before it is written. */
export interface OfficialBook {
  /** Without a folder, with its ending; no two books of one library share a name. */
  name: string;
  /** What the workbook holds: one folder for all of its kind. */
  folder: string;
  sheets: TemplateSheet[];
}

/** What the layouts are made from. */
export interface OfficialRules {
  rulebook: Rulebook;
  forms: readonly KpiForm[];
  tables: readonly InputTable[];
}

const longestName = 31;

/** Sheets of one workbook must differ in name: the second of a name gets a number. */
export function distinctSheets(sheets: readonly TemplateSheet[]): TemplateSheet[] {
  const used = new Set<string>();
  return sheets.map((sheet) => {
    let name = sheetName(sheet.name);
    for (let count = 2; used.has(name.toLowerCase()); count++) {
      const ending = `（${count}）`;
      name = sheetName(sheet.name).slice(0, longestName - ending.length) + ending;
    }
    used.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** Rows by a key, in the order in which the keys come. */
export function grouped<T>(rows: Iterable<T>, keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
