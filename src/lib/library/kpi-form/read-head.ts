import type { Finding } from '$lib/domain/finding';
import type { FindingCode } from '../check/finding-codes';
import type { FindingLog } from '../check/finding-log';
import type { Said } from '../inputs/read-input-row';
import { cellText, isBlank, isErrorCell, type CellValue, type SheetCells } from '../read/cells';
import { readDate } from '../values/date';
import { halfWidth, readText } from '../values/text';
import type { FoundForm } from './recognise-form';

/** Labels of the head, as the forms of 2023 and 2020 print them. */
const labels: readonly [field: string, words: RegExp][] = [
  ['project_id', /^项目编号$/],
  ['name', /^项目名称$/],
  ['nominator', /^(?:项目)?推荐单位$|^申报地方或省级业务主管部门$/],
  ['recipient_name', /^(?:项目)?承担单位$|^(?:项目)?申报单位$/],
  ['start_date', /^(?:项目)?开始时间$/],
  ['end_date', /^(?:项目)?结束时间$/],
  ['overall_goal', /^(?:项目)?总体(?:绩效)?目标$/],
  ['annual_goal', /^(?:项目)?年度(?:绩效)?目标$/],
];
const otherLabel = /^(?:专项名称|项目总投资(?:\(万元\))?)$/;

const bare = (cell: CellValue): string => halfWidth(cellText(cell)).replace(/[\s:]+/g, '');
const fieldOf = (cell: CellValue): string | undefined =>
  typeof cell === 'string' ? labels.find(([, words]) => words.test(bare(cell)))?.[0] : undefined;

interface HeadPlace {
  row: number;
  index: number;
  value: CellValue;
  /** The label as it stands in the sheet. */
  label: string;
}

/** The values of a form's head, by label; what is missing or faulty has no entry. */
export class FormHead {
  readonly texts = new Map<string, string>();
  readonly findings: Finding[] = [];
  readonly places = new Map<string, HeadPlace>();

  constructor(
    private readonly found: FoundForm,
    sheet: SheetCells,
    private readonly log: FindingLog,
  ) {
    for (let row = found.titleRow; row < found.headRow; row++) this.findPlaces(sheet.rows[row] ?? [], row);
    for (const [field, place] of this.places) this.readPlace(field, place);
  }

  /** Names a fault at a value of the head, or at the title where the form has no such label. */
  report(code: FindingCode, field: string, said: Said = {}): void {
    const place = this.places.get(field);
    const at = place
      ? { row: place.row, index: place.index, found: place.value }
      : { row: this.found.titleRow };
    this.findings.push(this.log.add(code, { column: field, ...at, ...said }));
  }

  private findPlaces(cells: readonly CellValue[], row: number): void {
    for (const [index, cell] of cells.entries()) {
      const field = fieldOf(cell);
      if (field === undefined || this.places.has(field)) continue;
      const at = cells.findIndex((value, other) => other > index && !isBlank(value));
      const value = at < 0 ? null : (cells[at] ?? null);
      const isLabel = fieldOf(value) !== undefined || (value !== null && otherLabel.test(bare(value)));
      const place = at < 0 || isLabel ? { index: index + 1, value: null } : { index: at, value };
      this.places.set(field, { row, label: cellText(cell), ...place });
    }
  }

  private readPlace(field: string, { value }: HeadPlace): void {
    if (isErrorCell(value)) {
      this.report('error_cell', field);
      return;
    }
    const isDate = field === 'start_date' || field === 'end_date';
    const reading = isDate ? readDate(value, field === 'end_date' ? 'end' : 'start') : readText(value);
    if (reading.kind === 'fault') this.report(reading.code, field);
    if (reading.kind !== 'value') return;
    // Goals are long texts with line breaks of their own; tidying them is no news.
    const silent = field === 'overall_goal' || field === 'annual_goal';
    if (reading.change && !silent) this.report(reading.change, field, { fix: reading.value });
    this.texts.set(field, reading.value);
  }
}
