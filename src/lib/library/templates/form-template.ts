import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import type { IndicatorValue } from '../inputs/indicator-value';
import { shownValue } from './shown-value';
import { blank, label, sheetName, type TemplateCell, type TemplateSheet } from './template';

/** What is filled into a KPI form. */
export interface FilledForm {
  projectId: string | null;
  name: string;
  nominator: string | null;
  recipient: string;
  startDate: string | null;
  endDate: string | null;
  overallGoal: string | null;
  annualGoal: string | null;
  groupIds: readonly string[];
  /** By the key of the cell; money in 分, options by id. */
  values: Readonly<Record<string, IndicatorValue>>;
  /** Values for the year, by the same keys; with them the form gets a column that it does not print itself. */
  annual?: Readonly<Record<string, IndicatorValue>>;
  /** Rows that the project adds: own indicators, and rows where the form prints “……”. */
  added: readonly { key: string; name: string; unit: string | null; value: IndicatorValue }[];
}

const widths = [14, 16, 18, 52, 24];
const annualWidth = 16;
const annualHeader = '年度目标值';
/** 附件, title, year. */
const titleRows = 3;
const blankOwnRows = 3;
const blankOpenRows = 2;

class FormTemplate {
  private readonly annual: FilledForm['annual'];
  private readonly widths: number[];

  constructor(
    private readonly form: KpiForm,
    private readonly filled: FilledForm | null,
  ) {
    this.annual = filled?.annual;
    this.widths = this.annual ? [...widths, annualWidth] : widths;
  }

  sheet(): TemplateSheet {
    const { form } = this;
    const across = this.widths.length;
    const heads = ['一级指标', '二级指标', '类别', '三级指标', form.valueHeader.zh];
    const rows = [
      [{ value: `附件${form.id}` }],
      [label(form.title.zh, { across })],
      [label(`（${form.guideYear}年度）`, { across })],
      ...this.head(),
      [...heads, ...(this.annual ? [annualHeader] : [])].map((text) => label(text)),
      ...this.indicatorRows(),
      ...this.ownRows(),
    ];
    return {
      name: sheetName(`附件${form.id}`),
      widths: this.widths,
      rows,
      ruled: { from: titleRows, to: rows.length - 1 },
    };
  }

  private head(): TemplateCell[][] {
    const { form, filled } = this;
    const pair = (one: string, value: string | null, other: string, otherValue: string | null) => [
      label(one),
      { value, across: 2 },
      label(other),
      { value: otherValue, across: this.widths.length - 4 },
    ];
    const lone = (text: string, value: string | null) => [
      label(text),
      { value, across: this.widths.length - 1 },
    ];
    const rowless = form.groups.filter(
      ({ id }) => !form.indicators.some((indicator) => indicator.group === id),
    );
    return [
      pair('项目名称', filled?.name ?? null, '项目编号', filled?.projectId ?? null),
      pair('项目推荐单位', filled?.nominator ?? null, '项目承担单位', filled?.recipient ?? null),
      pair('项目开始时间', filled?.startDate ?? null, '项目结束时间', filled?.endDate ?? null),
      ...(rowless.length > 0 ? [rowless.map(({ id }) => ({ value: this.box(id) }))] : []),
      lone('总体目标', filled?.overallGoal ?? null),
      ...(form.annualTarget ? [lone('年度目标', filled?.annualGoal ?? null)] : []),
    ];
  }

  /** The group's name with its box, ticked where it is chosen. */
  private box(id: string): string {
    const name = this.form.groups.find((group) => group.id === id)?.name.zh ?? id;
    return `${name}${this.filled?.groupIds.includes(id) ? '☑' : '□'}`;
  }

  private groupText({ indicator }: LabelledCell): string | null {
    if (indicator.group !== null) return this.box(indicator.group);
    return indicator.heading?.zh ?? null;
  }

  /** Level and group stand in the first row of each block; the rows of a block follow below. */
  private indicatorRows(): TemplateCell[][] {
    const rows: TemplateCell[][] = [];
    let level1 = '';
    let block = '';
    for (const cell of labelledCells(this.form)) {
      const { indicator } = cell;
      if (indicator.part === 'own') continue;
      const group = this.groupText(cell);
      const here = [indicator.level1.id, indicator.level2?.id, group].join('|');
      const first = here !== block;
      rows.push([
        indicator.level1.id === level1 ? blank : label(indicator.level1.name.zh),
        first && indicator.level2 ? label(indicator.level2.name.zh + (indicator.marked ? '*' : '')) : blank,
        first && group !== null ? label(group) : blank,
        ...this.valueCells(cell),
      ]);
      level1 = indicator.level1.id;
      block = here;
      rows.push(...this.openRows(indicator.id));
    }
    return rows;
  }

  private valueCells(cell: LabelledCell): TemplateCell[] {
    const printed = cell.partId === null ? cell.measure.source.words : cell.label;
    return [
      { value: printed },
      { value: shownValue(cell, this.filled?.values[cell.key]) },
      ...this.annualCells(cell, cell.key),
    ];
  }

  private annualCells(cell: LabelledCell | null, key: string, unit: string | null = null): TemplateCell[] {
    return this.annual ? [{ value: shownValue(cell, this.annual[key], unit) }] : [];
  }

  /** Rows below “……”: those that were added, and some to fill in. */
  private openRows(after: string): TemplateCell[][] {
    if (!this.form.openRows.some((open) => open.after === after)) return [];
    return this.addedRows(`${after}/`, blankOpenRows).map((cells) => [blank, blank, blank, ...cells]);
  }

  private addedRows(prefix: string, blankRows: number): TemplateCell[][] {
    const added = (this.filled?.added ?? []).filter(({ key }) => key.startsWith(prefix));
    const rows = added.map(({ key, name, unit, value }) => [
      { value: unit === null ? name : `${name}（${unit}）` },
      { value: shownValue(null, value, unit) },
      ...this.annualCells(null, key, unit),
    ]);
    const empty = Array.from({ length: blankRows }, () => [blank, blank]);
    return [...rows, ...empty];
  }

  private ownRows(): TemplateCell[][] {
    if (!this.form.takesOwnIndicators) return [];
    const printed = labelledCells(this.form)
      .filter(({ indicator }) => indicator.part === 'own')
      .map((cell) => this.valueCells(cell));
    return [...printed, ...this.addedRows('own/', blankOwnRows)].map((cells, index) => [
      index === 0 ? label('个性指标') : blank,
      blank,
      blank,
      ...cells,
    ]);
  }
}

/** A KPI form as annex 1-x lays it out: head, levels, groups with their boxes, own indicators; blank or filled. */
export const formTemplate = (form: KpiForm, filled: FilledForm | null = null): TemplateSheet =>
  new FormTemplate(form, filled).sheet();
