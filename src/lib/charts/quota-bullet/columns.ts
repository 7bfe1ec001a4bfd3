import { percentText } from '../text/figures';
import { textWidth } from '../text/text-width';
import { countOf, isApplicationsOnly, type BulletCategory, type BulletInput } from './rows';
import { remarksOf, useText, type Remark } from './words';

/** Wide page, phone (two lines a row), or paper and other middling widths (tighter). */
export type BulletForm = 'wide' | 'middle' | 'phone';

/** Where the bars of one side stand, and how far their scale runs (1 is the whole). */
export interface BulletSide {
  x: number;
  width: number;
  max: number;
}

/** A column of figures: its edge, and the side on which they stand. */
interface FigureColumn {
  x: number;
  align: 'left' | 'right';
}

export interface BulletColumns {
  form: BulletForm;
  applicationsOnly: boolean;
  left: BulletSide;
  right: BulletSide | null;
  label: { x: number; indent: number; width: number };
  /** Left edge of the words beside the left bar; on a phone they stand below it. */
  remarkX: number;
  use: FigureColumn;
  execution: FigureColumn;
  lampX: number;
}

const phoneBelow = 560;
const middleBelow = 760;
/** A bar that is longer than this is cut, and its figures say how far it goes. */
const longestUse = 1.25;
const longestWhisker = 1.5;
const longestApplications = 2;
const longestExecution = 1.25;

const formAt = (width: number): BulletForm =>
  width < phoneBelow ? 'phone' : width < middleBelow ? 'middle' : 'wide';

/** What is said beside a bar: where it is tight, alarms only. */
export const shownRemarks = (row: BulletCategory, form: BulletForm, applicationsOnly: boolean): Remark[] =>
  remarksOf(row, applicationsOnly).filter(({ alarm }) => alarm || form !== 'middle');

/** End of a scale in quarters that holds the largest share, between the whole and `longest`. */
const endOfScale = (shares: readonly number[], longest: number): number =>
  Math.min(longest, Math.max(1, Math.ceil(Math.max(0, ...shares) * 4 - 1e-9) / 4));

function leftEnd(input: BulletInput, categories: BulletCategory[], applicationsOnly: boolean): number {
  const shares = categories.flatMap((row) => {
    const counts = [countOf(row, applicationsOnly), input.showApplications ? row.applications : null];
    return counts.flatMap((count) => (count === null || !row.quota ? [] : [count / row.quota]));
  });
  if (applicationsOnly) return endOfScale(shares, longestApplications);
  return endOfScale(shares, input.showApplications ? longestWhisker : longestUse);
}

/** Widths that the words need, in pixels. */
interface Needs {
  form: BulletForm;
  applicationsOnly: boolean;
  leftMax: number;
  rightMax: number;
  label: number;
  use: number;
  execution: number;
  lamp: number;
  remark: number;
}

function needsOf(input: BulletInput, width: number, em: number): Needs {
  const form = formAt(width);
  const applicationsOnly = isApplicationsOnly(input);
  const categories = input.rows.filter((row): row is BulletCategory => row.kind === 'category');
  const widest = (wordsOf: (row: BulletCategory) => readonly string[], size: number, bold: boolean): number =>
    Math.max(0, ...categories.flatMap(wordsOf).map((word) => textWidth(word, size, bold)));
  const remark = widest((row) => shownRemarks(row, form, applicationsOnly).map(({ text }) => text), em, true);
  const executions = categories.flatMap(({ execution }) => execution ?? []);
  return {
    form,
    applicationsOnly,
    leftMax: leftEnd(input, categories, applicationsOnly),
    rightMax: endOfScale(executions, longestExecution),
    label: widest((row) => [row.label], em + 0.5, false),
    use: widest((row) => (row.quota === null ? [] : [useText(row, applicationsOnly)]), em, true),
    execution: widest((row) => [percentText(row.execution)], em, true),
    lamp: em * 1.2 + widest((row) => [row.lightWord], em, true),
    remark: remark === 0 ? 0 : remark + em * 0.8,
  };
}

/** Two lines a row: words and figures above, both bars below. */
function phoneColumns(needs: Needs, width: number, em: number): BulletColumns {
  const { form, applicationsOnly, leftMax, rightMax } = needs;
  const gap = em * 1.3;
  const half = applicationsOnly ? width : (width - gap) / 2;
  const executionX = width - needs.lamp - em * 0.8;
  const useX = applicationsOnly ? width : executionX - needs.execution - em * 0.9;
  return {
    form,
    applicationsOnly,
    left: { x: 0, width: half, max: leftMax },
    right: applicationsOnly ? null : { x: half + gap, width: half, max: rightMax },
    label: { x: 0, indent: 0, width: useX - needs.use - em * 0.8 },
    remarkX: 0,
    use: { x: useX, align: 'right' },
    execution: { x: executionX, align: 'right' },
    lampX: width - needs.lamp,
  };
}

/** One line a row: name, bar, figures, remarks; bar, figures, light. */
function lineColumns(needs: Needs, width: number, em: number): BulletColumns {
  const { form, applicationsOnly, leftMax, rightMax } = needs;
  const wide = form === 'wide';
  const indent = em * (wide ? 1 : 0.8);
  const pad = em * (wide ? 0.65 : 0.5);
  const gap = em * (wide ? 2.4 : 1);
  const label = Math.min(width * 0.3, indent + needs.label + em);
  const beside = pad + needs.use + em * 0.8 + needs.remark;
  const rightFixed = applicationsOnly
    ? 0
    : gap + pad + needs.execution + em * (wide ? 1.6 : 0.8) + needs.lamp;
  const panel = Math.max(em, (width - label - beside - rightFixed) / (applicationsOnly ? 1 : 2));
  const useX = label + panel + pad;
  const rightX = label + panel + beside + gap;
  return {
    form,
    applicationsOnly,
    left: { x: label, width: panel, max: leftMax },
    right: applicationsOnly ? null : { x: rightX, width: panel, max: rightMax },
    label: { x: 0, indent, width: label - em * 0.6 },
    remarkX: useX + needs.use + em * 0.8,
    use: { x: useX, align: 'left' },
    execution: { x: rightX + panel + pad, align: 'left' },
    lampX: width - needs.lamp,
  };
}

/** The columns of a row, from the words that they must hold. */
export function columnsOf(input: BulletInput, width: number, em: number): BulletColumns {
  const needs = needsOf(input, width, em);
  return needs.form === 'phone' ? phoneColumns(needs, width, em) : lineColumns(needs, width, em);
}
