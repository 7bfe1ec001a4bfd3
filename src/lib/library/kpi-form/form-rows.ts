import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import { indicatorsNamed } from '../inputs/find-indicator';
import { cellText, isBlank, type CellValue, type SheetCells } from '../read/cells';
import { comparisonKey, halfWidth, tidied } from '../values/text';
import type { FoundForm } from './recognise-form';

/** A row of a filled form that holds a value or could: a cell of the form, or a row that the project adds. */
export interface FormRow {
  row: number;
  /** The row's name as it stands in the sheet. */
  text: string;
  /** Null for added rows. */
  cell: LabelledCell | null;
  /** `ID`, `ID/PART`, `own/N`, or `AFTER/N` where the form prints “……”; null where nothing fits. */
  key: string | null;
  /** Of a row whose name fits several cells of one indicator. */
  alternatives: LabelledCell[];
  value: CellValue;
  annual: CellValue;
}

const ticked = '[☑√✓✔■●]';
const squeezed = (text: string): string => halfWidth(text).replace(/\s+/g, '');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Ids of the groups that a sheet names with a tick beside them: 二级节点☑, √公共服务平台. */
export function tickedGroups(form: KpiForm, sheet: SheetCells): string[] {
  const texts = sheet.rows
    .flat()
    .filter((cell) => typeof cell === 'string')
    .map(squeezed);
  return form.groups
    .filter(({ name }) => {
      const words = escaped(squeezed(name.zh));
      const mark = new RegExp(`${words}[(\\[]?${ticked}|${ticked}[)\\]]?${words}`);
      return texts.some((text) => mark.test(text));
    })
    .map(({ id }) => id);
}

/** Walks down the indicator rows of a sheet; what stands left of a name tells level, group or 个性指标. */
class RowWalk {
  readonly rows: FormRow[] = [];
  private readonly used = new Set<string>();
  private group: string | null = null;
  private own = false;
  private ownCount = 0;
  private addedCount = 0;
  private last: LabelledCell | null = null;

  constructor(
    private readonly found: FoundForm,
    private readonly sheet: SheetCells,
  ) {}

  walk(): FormRow[] {
    for (let row = this.found.headRow + 1; row < this.sheet.rows.length; row++) {
      const cells = this.sheet.rows[row] ?? [];
      const first = cells.find((cell) => !isBlank(cell)) ?? null;
      if (/^(?:说明|备?注|填表人|填报人)\d*[:.、]/.test(squeezed(cellText(first)))) break;
      this.readLeft(cells);
      this.readRow(cells, row);
    }
    return this.rows;
  }

  private readLeft(cells: readonly CellValue[]): void {
    for (const cell of cells.slice(0, this.found.nameIndex)) {
      if (isBlank(cell)) continue;
      const text = squeezed(cellText(cell)).replace(/[□☑√✓✔■●*]/g, '');
      if (text.startsWith('个性')) this.own = true;
      const group = this.found.form.groups.find(({ name }) => squeezed(name.zh) === text);
      this.group = group?.id ?? null;
    }
  }

  private readRow(cells: readonly CellValue[], row: number): void {
    const { nameIndex, valueIndex, annualIndex } = this.found;
    const name = tidied(cellText(cells[nameIndex] ?? null));
    const at = {
      row,
      text: name,
      value: cells[valueIndex] ?? null,
      annual: annualIndex === null ? null : (cells[annualIndex] ?? null),
    };
    if (name === '' && isBlank(at.value) && isBlank(at.annual)) return;
    const named = indicatorsNamed(this.found.form, name);
    const fits = named.filter(({ indicator }) => (indicator.part === 'own') === this.own);
    const cell = this.choose(fits);
    const severalParts =
      new Set(fits.map(({ label }) => label)).size > 1 && fits.every(({ partId }) => partId);
    if (cell && !severalParts) {
      this.used.add(cell.key);
      this.last = cell;
      this.rows.push({ ...at, cell, key: cell.key, alternatives: [] });
    } else if (cell) this.rows.push({ ...at, cell: null, key: null, alternatives: fits });
    else if (!isBlank(at.value) || !isBlank(at.annual))
      this.rows.push({ ...at, cell: null, key: this.addedKey(name), alternatives: [] });
  }

  /** Rows of one name stand in printed order, each under its group. */
  private choose(fits: readonly LabelledCell[]): LabelledCell | undefined {
    const open = fits.filter(({ key }) => !this.used.has(key));
    return open.find(({ indicator }) => indicator.group === this.group) ?? open[0];
  }

  private addedKey(name: string): string | null {
    if (comparisonKey(name) === '') return null;
    if (this.own) return `own/${++this.ownCount}`;
    const open = this.found.form.openRows.find(
      ({ group, after }) => this.group === group || this.last?.indicator.id === after,
    );
    return open ? `${open.after}/${++this.addedCount}` : null;
  }
}

/** The indicator rows of a filled form. */
export const formRows = (found: FoundForm, sheet: SheetCells): FormRow[] => new RowWalk(found, sheet).walk();

/** Name and unit of a row that the project added: 演示指标（个）. */
export function ownName(text: string): { name: string; unit: string | null } {
  const match = /^(.+?)[（(]([^（()）]{1,12})[)）]$/.exec(text);
  return match ? { name: match[1] ?? text, unit: match[2] ?? null } : { name: text, unit: null };
}

/** What a finding calls a cell of a form. */
export const cellName = (form: KpiForm, key: string): string =>
  labelledCells(form).find((cell) => cell.key === key || cell.indicator.id === key)?.label ?? key;
