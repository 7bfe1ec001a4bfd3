import type { Indicator } from '../forms/form.ts';
import type { ValueCell } from '../forms/look-up.ts';

/** An indicator that a project added itself (个性指标), as its form has it. */
export interface OwnIndicator {
  year: number;
  form: string;
  key: string;
  name: string;
  unit: string | null;
}

/** Own indicators stand in no document: their place is the row of the project's own form. */
const ownSource = { document: 'own', section: '个性指标', words: '个性指标' };

/** A value cell for an own indicator: a number, and more is better, because the form asks for neither in words. */
export function ownCell({ year, form, key, name, unit }: OwnIndicator): ValueCell {
  const label = { zh: name, en: name };
  const indicator: Indicator = {
    id: key,
    name: label,
    unit: unit === null ? null : { name: { zh: unit, en: unit }, kind: 'quantity', money: null },
    kind: 'quantitative',
    direction: 'none',
    bound: null,
    source: ownSource,
    formId: form,
    guideYear: year,
    sequence: 0,
    level1: { id: 'own', name: { zh: '个性指标', en: 'Own indicators' } },
    level2: null,
    heading: null,
    part: 'own',
    readAs: null,
    group: null,
    marked: false,
    required: null,
    mayBlank: null,
    partOf: null,
    options: [],
    parts: null,
  };
  return { key, indicator, partId: null, measure: indicator };
}
