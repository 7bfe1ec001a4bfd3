import { cellsOf, type ValueCell } from '$lib/policy/forms/look-up';
import type { KpiForm } from '$lib/policy/forms/form';
import { shownAmount } from '../check/show-value';

/** The value cells of all forms by guide year, form and key; rows that a project added itself have none. */
export class ValueCells {
  private readonly forms = new Map<number, Map<string, Map<string, ValueCell>>>();

  constructor(forms: readonly KpiForm[]) {
    for (const form of forms) {
      const year = this.forms.get(form.guideYear) ?? new Map<string, Map<string, ValueCell>>();
      this.forms.set(form.guideYear, year);
      const cells = [...form.indicators, ...form.ownIndicators].flatMap(cellsOf);
      year.set(form.id, new Map(cells.map((cell) => [cell.key, cell])));
    }
  }

  find(year: number, form: string, key: string): ValueCell | null {
    return this.forms.get(year)?.get(form)?.get(key) ?? null;
  }
}

/** A number of a cell as a person writes it: money in 万元, with the unit. */
export function shownNumber(value: number, { measure: { unit } }: ValueCell): string {
  return unit?.money ? `${shownAmount(value)}万元` : `${value}${unit?.name.zh ?? ''}`;
}
