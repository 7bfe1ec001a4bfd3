import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import { comparisonKey } from '../values/text';
import { headerKey } from '../recognise/header-key';

/** The cells of a form by what people write for them. */
export interface FormCells {
  form: KpiForm;
  cells: LabelledCell[];
  byLabel: Map<string, LabelledCell>;
  byWords: Map<string, Set<LabelledCell>>;
}

const cache = new WeakMap<KpiForm, FormCells>();

/** Without units and remarks in brackets: 新增知识产权数量（个）（必填） → 新增知识产权数量. */
const bare = (text: string): string => comparisonKey(text.replace(/[（(][^（()）]*[)）]/g, ''));

function build(form: KpiForm): FormCells {
  const cells = labelledCells(form);
  const byLabel = new Map<string, LabelledCell>();
  const byWords = new Map<string, Set<LabelledCell>>();
  const add = (words: string, cell: LabelledCell) => {
    if (words !== '') byWords.set(words, (byWords.get(words) ?? new Set()).add(cell));
  };
  for (const cell of cells) {
    byLabel.set(comparisonKey(cell.label), cell);
    byLabel.set(comparisonKey(cell.key), cell);
    const name = cell.measure.name.zh;
    for (const words of [name, cell.label, cell.measure.source.words]) {
      add(comparisonKey(words), cell);
      add(bare(words), cell);
      add(headerKey(words).key, cell);
    }
  }
  return { form, cells, byLabel, byWords };
}

/** The cells of a form, looked up once a form. */
export function formCells(form: KpiForm): FormCells {
  const known = cache.get(form) ?? build(form);
  cache.set(form, known);
  return known;
}

/** The cells that a text may mean: by the whole name, else by the name without unit and remarks. */
export function indicatorsNamed(form: KpiForm, text: string): LabelledCell[] {
  const { byLabel, byWords } = formCells(form);
  const whole = byLabel.get(comparisonKey(text));
  if (whole) return [whole];
  const found = byWords.get(comparisonKey(text)) ?? byWords.get(bare(text)) ?? new Set<LabelledCell>();
  return [...found];
}
