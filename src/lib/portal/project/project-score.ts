import type { Fen } from '$lib/domain/money';
import type { ProjectRecord } from '$lib/metrics/project-record/load-record';
import type { KpiForm } from '$lib/policy/forms/form';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import { ownCell } from '$lib/policy/scoring/own-cell';
import { scoreProject, type Score } from '$lib/policy/scoring/score';
import type { ScoreVariant, ScoringRules } from '$lib/policy/scoring/scoring';

const valueOf = (number: number | null, text: string | null): IndicatorValue | null =>
  number === null && text === null ? null : { number, text };

/** Values by the key of their cell; blank ones are left out. */
const byKey = <T extends { indicator_key: string }>(
  rows: readonly T[],
  value: (row: T) => IndicatorValue | null,
): Map<string, IndicatorValue> =>
  new Map(
    rows.flatMap((row) => {
      const found = value(row);
      return found ? [[row.indicator_key, found] as const] : [];
    }),
  );

/**
 * The score of a project by one form: its targets against the latest reports, its payments against its award. Null
 * where no target was read for the form.
 */
export function scoreOf(
  form: KpiForm,
  { forms, targets, progress }: ProjectRecord,
  money: { awardFen: Fen | null; paidFen: Fen },
  rules: ScoringRules,
  variant: ScoreVariant,
): Score | null {
  const isOfForm = (row: { guide_year: number; form_id: string }) =>
    row.guide_year === form.guideYear && row.form_id === form.id;
  const signed = targets.filter(isOfForm);
  if (signed.length === 0) return null;
  const known = new Set(form.groups.map(({ id }) => id));
  const ticked = forms.find(isOfForm)?.group_ids?.split(' ') ?? [];
  const own = signed.filter(({ own_name: name }) => name !== null);
  // Reports come in the order of their periods: the last one of a cell stands.
  return scoreProject(
    {
      form,
      groups: ticked.filter((id) => known.has(id)),
      own: own.map(({ indicator_key: key, own_name: name, own_unit: unit }) =>
        ownCell({ year: form.guideYear, form: form.id, key, name: name ?? key, unit }),
      ),
      targets: byKey(signed, (row) => valueOf(row.target_number, row.target_text)),
      actuals: byKey(progress.filter(isOfForm), (row) => valueOf(row.actual_number, row.actual_text)),
      deductions: [],
    },
    { budgetFen: money.awardFen, paidFen: money.paidFen },
    rules,
    variant,
  );
}
