import type { FormLevel, Indicator, KpiForm, ScorePart } from '$lib/policy/forms/form';
import type { Category, Guide } from '$lib/policy/rulebook';

/** The forms that an item is measured by, its types' own included; a draft is measured by those of its original. */
export function formsOf(forms: readonly KpiForm[], category: Category, guide: Guide): KpiForm[] {
  const year = guide.copyOf ?? guide.year;
  const ids = new Set([
    ...category.kpiForms,
    ...category.variants.flatMap(({ kpiForm }) => (kpiForm === null ? [] : [kpiForm])),
  ]);
  return forms.filter((form) => form.guideYear === year && ids.has(form.id));
}

/** Indicators in a row that stand under the same first level. */
export interface LevelRows {
  level: FormLevel;
  rows: Indicator[];
}

/** A form's common indicators by their first level, in printed order. */
export function levelsOf(form: KpiForm): LevelRows[] {
  const levels: LevelRows[] = [];
  for (const row of form.indicators) {
    const last = levels.at(-1);
    if (last && last.level.id === row.level1.id) last.rows.push(row);
    else levels.push({ level: row.level1, rows: [row] });
  }
  return levels;
}

/** How many indicators count in each part of a score; parts without any are left out. */
export function countByPart(form: KpiForm): { part: ScorePart; count: number }[] {
  const parts: ScorePart[] = ['output', 'outcome', 'satisfaction', 'management', 'own'];
  return parts
    .map((part) => ({ part, count: form.indicators.filter((row) => row.part === part).length }))
    .filter(({ count }) => count > 0);
}
