import { fenFromDecimal, type Fen } from '../domain/money.ts';
import type { Sourced, Subsidy, SubsidyBase, SubsidyComponent, Tranche } from './rulebook.ts';
import type { AmountText, SourcedAmountText } from './schemas/parts.ts';
import type { RateComponentText, SubsidyText, TrancheText } from './schemas/subsidy.ts';
import { summaryOf } from './subsidy-summary.ts';

// The build configuration reads the rules before `$lib` exists: this chain imports by relative paths.

const fenOf = (printed: AmountText | SourcedAmountText): Fen =>
  fenFromDecimal(String(printed.value), printed.unit);

const sourced = (printed: SourcedAmountText): Sourced<Fen> => ({
  value: fenOf(printed),
  source: printed.source,
});

const rateComponent = (text: RateComponentText): SubsidyComponent => ({
  id: text.id,
  percent: text.rate.percent,
  bound: text.rate.bound,
  baseId: text.rate.of,
  capFen: text.cap ? fenOf(text.cap) : null,
  source: text.source,
});

const tranche = (text: TrancheText): Tranche => ({
  kind: text.kind,
  on: text.on,
  sharePercent: text.share_percent ?? null,
  amountFen: text.amount ? fenOf(text.amount) : null,
  capFen: text.cap ? fenOf(text.cap) : null,
  rest: text.rest ?? false,
  source: text.source,
});

function components(text: SubsidyText): SubsidyComponent[] {
  if (text.kind === 'rate' || text.kind === 'phases') return text.components.map(rateComponent);
  if (text.kind !== 'actual') return [];
  return text.components.map((one) => ({
    id: one.id,
    percent: 100,
    baseId: one.of,
    capFen: null,
    source: one.source,
  }));
}

/** A subsidy standard as the pages read it; `bases` name what the rates are applied to. */
export function compileSubsidy(text: SubsidyText, bases: SubsidyBase[]): Subsidy {
  if (text.kind === 'unknown') return unknownSubsidy(text.reason, text.summary);
  const tiers = text.kind === 'rate' ? text.tiers : undefined;
  const parts: Omit<Subsidy, 'summary'> = {
    kind: text.kind,
    components: components(text),
    fixedFen: text.kind === 'fixed' && text.fixed ? sourced(text.fixed) : null,
    capFen: text.cap ? sourced(text.cap) : null,
    tranches: text.tranches.map(tranche),
    reason: null,
    ...(tiers && {
      tiers: {
        value: tiers.values.map((value) => fenOf({ value, unit: tiers.unit })),
        source: tiers.source,
      },
    }),
  };
  return { ...parts, summary: summaryOf(parts, bases) };
}

/** A standard from which no amount can be computed, with the reason. */
export const unknownSubsidy = (reason: Subsidy['summary'], summary: Subsidy['summary']): Subsidy => ({
  kind: 'unknown',
  components: [],
  fixedFen: null,
  capFen: null,
  tranches: [],
  summary,
  reason,
});
