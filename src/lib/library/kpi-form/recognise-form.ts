import type { KpiForm } from '$lib/policy/forms/form';
import { cellText, isBlank, type SheetCells } from '../read/cells';
import { yearInTitle } from '../recognise/title-lines';
import { comparisonKey, halfWidth } from '../values/text';

/** A sheet that is a filled KPI form (绩效目标申报表), with where its parts stand. */
export interface FoundForm {
  form: KpiForm;
  titleRow: number;
  /** Row of 一级指标 … 三级指标. */
  headRow: number;
  /** Column of 三级指标. */
  nameIndex: number;
  valueIndex: number;
  /** Column of a value for the year, where the sheet has one. */
  annualIndex: number | null;
}

const searchedRows = 12;
const mostHeadRows = 40;
const bare = (value: unknown): string => halfWidth(String(value)).replace(/\s+/g, '');

const filledCells = (sheet: SheetCells, row: number): { index: number; text: string }[] =>
  (sheet.rows[row] ?? []).flatMap((cell, index) =>
    isBlank(cell) ? [] : [{ index, text: bare(cellText(cell)) }],
  );

/** The form whose title stands in a cell; the year below it decides between guides, else the latest. */
function formIn(forms: readonly KpiForm[], sheet: SheetCells): { form: KpiForm; titleRow: number } | null {
  const top = sheet.rows
    .slice(0, searchedRows)
    .flat()
    .filter((cell) => typeof cell === 'string');
  const year = top.map((text) => yearInTitle(bare(text))).find((found) => found !== null) ?? null;
  for (let row = 0; row < Math.min(sheet.rows.length, searchedRows); row++) {
    for (const { text } of filledCells(sheet, row)) {
      if (!text.includes('绩效目标申报表')) continue;
      const key = comparisonKey(text);
      const named = forms.filter((form) => key.includes(comparisonKey(form.title.zh)));
      const ofYear = named.filter((form) => form.guideYear === year);
      const [first] = (ofYear.length > 0 ? ofYear : named).toSorted(
        (a, b) => b.title.zh.length - a.title.zh.length || b.guideYear - a.guideYear,
      );
      if (first) return { form: first, titleRow: row };
    }
  }
  return null;
}

/** Recognises a filled form by its title and the head of its indicators; null for any other sheet. */
export function recogniseForm(sheet: SheetCells, forms: readonly KpiForm[]): FoundForm | null {
  const found = formIn(forms, sheet);
  if (!found) return null;
  for (let row = found.titleRow; row < Math.min(sheet.rows.length, mostHeadRows); row++) {
    const cells = filledCells(sheet, row);
    const name = cells.find(({ text }) => text === '三级指标');
    if (!name) continue;
    const after = cells.filter(({ index }) => index > name.index);
    const annual = after.find(({ text }) => /^(?:本?年度|当年)/.test(text));
    const value = after.find((cell) => cell !== annual && /值$|完成|预期/.test(cell.text));
    if (!value) continue;
    return {
      ...found,
      headRow: row,
      nameIndex: name.index,
      valueIndex: value.index,
      annualIndex: annual?.index ?? null,
    };
  }
  return null;
}
