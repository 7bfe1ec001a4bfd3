import { labelOf, listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { CeilingGap, KnownCeiling } from '$lib/policy/ceiling';
import type { Assessment } from '$lib/policy/conditions/assess';
import type { SourceRef, Subsidy, SubsidyBase } from '$lib/policy/rulebook';
import type { Fen } from '$lib/domain/money';
import { plainNumber } from '../words/amount-words';
import { factName, type WordContext } from '../words/fact-words';

/** A line of the working: a base, what a rate makes of it, the cap, the result, a payment. */
export interface CeilingLine {
  key: string;
  kind: 'base' | 'part' | 'limit' | 'result' | 'payment';
  label: string;
  fen: Fen | null;
  note: string | null;
  source: SourceRef | null;
}

export const boundWords: Record<KnownCeiling['bound'], () => string> = {
  rate: m.policy_bound_rate,
  cap: m.policy_bound_cap,
  fixed: m.policy_bound_fixed,
  actual: m.policy_bound_actual,
};

/** Why there is no ceiling, in words. */
export function gapWords(context: WordContext, gap: CeilingGap): string {
  switch (gap.kind) {
    case 'no_standard':
      return gap.reason ? labelOf(gap.reason) : m.policy_gap_no_standard();
    case 'missing_base':
      return m.policy_gap_missing({ facts: listed(gap.baseIds.map((id) => factName(context, id))) });
    case 'negative_base':
      return m.policy_gap_negative({ facts: listed(gap.baseIds.map((id) => factName(context, id))) });
  }
}

function workingLines(subsidy: Subsidy, known: KnownCeiling, bases: readonly SubsidyBase[]): CeilingLine[] {
  return known.working.flatMap((step): CeilingLine[] => {
    const base = bases.find(({ id }) => id === step.baseId);
    const component = subsidy.components.find(({ id }) => id === step.componentId);
    return [
      {
        key: `${step.componentId}-base`,
        kind: 'base',
        label: base ? labelOf(base.name) : step.baseId,
        fen: step.baseFen,
        note: step.estimated ? m.policy_estimated() : null,
        source: base?.source ?? null,
      },
      {
        key: `${step.componentId}-part`,
        kind: 'part',
        label:
          step.percent === 100 ? m.policy_actual() : m.policy_times({ percent: plainNumber(step.percent) }),
        fen: step.partFen,
        note: null,
        source: component?.source ?? null,
      },
    ];
  });
}

/** The working of a ceiling, line by line, and the payments that an award at the ceiling would be made in. */
export function ceilingLines(
  subsidy: Subsidy,
  { ceiling, tranches }: Assessment,
  bases: readonly SubsidyBase[],
): CeilingLine[] {
  const { known } = ceiling;
  if (!known) return [];
  const second = subsidy.tranches.find(({ kind }) => kind === 'final');
  const lines = workingLines(subsidy, known, bases);
  if (known.secondPhaseFen !== null)
    lines.push({
      key: 'second',
      kind: 'part',
      label: m.policy_second_phase(),
      fen: known.secondPhaseFen,
      note: null,
      source: second?.source ?? null,
    });
  if (subsidy.capFen)
    lines.push({
      key: 'cap',
      kind: 'limit',
      label: m.policy_cap(),
      fen: subsidy.capFen.value,
      note: null,
      source: subsidy.capFen.source,
    });
  lines.push({
    key: 'result',
    kind: 'result',
    label: known.upperEstimate ? m.policy_ceiling_upper() : m.policy_ceiling(),
    fen: known.fen,
    note: boundWords[known.bound](),
    source: subsidy.fixedFen?.source ?? null,
  });
  const payments = (tranches ?? []).map(({ sequence, on, plannedFen }): CeilingLine => ({
    key: `payment-${sequence}`,
    kind: 'payment',
    label: on === 'award' ? m.policy_on_award() : m.policy_on_acceptance(),
    fen: plannedFen,
    note: null,
    source: subsidy.tranches[sequence - 1]?.source ?? null,
  }));
  return [...lines, ...payments];
}
