import { inUnit, type Fen } from '../domain/money.ts';
import type { Label } from '../domain/label.ts';
import type { Subsidy, SubsidyBase, SubsidyComponent } from './rulebook.ts';

const zhMoney = (amount: Fen) => `${inUnit(amount, 'wanYuan')} 万元`;
const enMoney = (amount: Fen) => `${inUnit(amount, 'wanYuan') / 100} million yuan`;
const atMost = (text: string) => `≤ ${text}`;

/** Says which base is meant only where several are added: one base is named beside the standard anyway. */
function component(one: SubsidyComponent, base: SubsidyBase | undefined, several: boolean): Label {
  const rate = `${one.percent} %`;
  const bounded = one.bound === 'exactly' ? rate : atMost(rate);
  if (!several || !base) return { zh: bounded, en: bounded };
  return { zh: `${base.name.zh} ${bounded}`, en: `${bounded} of ${base.name.en.toLowerCase()}` };
}

function rateSummary(subsidy: Omit<Subsidy, 'summary'>, bases: SubsidyBase[]): Label {
  const parts = subsidy.components.map((one) =>
    component(
      one,
      bases.find((base) => base.id === one.baseId),
      subsidy.components.length > 1,
    ),
  );
  return { zh: parts.map((part) => part.zh).join(' + '), en: parts.map((part) => part.en).join(' + ') };
}

function firstAndSecond(subsidy: Omit<Subsidy, 'summary'>): Label {
  const [first] = subsidy.components;
  const second = subsidy.tranches.find((tranche) => tranche.kind === 'final');
  if (!first || first.capFen === null || !second || second.capFen === null)
    return { zh: '两期', en: 'two phases' };
  return {
    zh: `首期 ${first.percent} %（≤ ${zhMoney(first.capFen)}），后期 ≤ ${zhMoney(second.capFen)}，合计`,
    en: `first ${first.percent} % (≤ ${enMoney(first.capFen)}), then ≤ ${enMoney(second.capFen)}, together`,
  };
}

function leading(subsidy: Omit<Subsidy, 'summary'>, bases: SubsidyBase[]): Label | null {
  if (subsidy.kind === 'rate') return rateSummary(subsidy, bases);
  if (subsidy.kind === 'phases') return firstAndSecond(subsidy);
  if (subsidy.kind === 'actual') return { zh: '按实际投入', en: 'actual spending' };
  if (subsidy.fixedFen) return { zh: zhMoney(subsidy.fixedFen.value), en: enMoney(subsidy.fixedFen.value) };
  return null;
}

/** The standard in few words, from its own numbers: “≤ 10 %，≤ 4000 万元”. */
export function summaryOf(subsidy: Omit<Subsidy, 'summary'>, bases: SubsidyBase[]): Label {
  const first = leading(subsidy, bases);
  const cap = subsidy.capFen?.value ?? null;
  const limit = cap === null ? null : { zh: atMost(zhMoney(cap)), en: atMost(enMoney(cap)) };
  if (!first || !limit) return first ?? limit ?? { zh: '—', en: '—' };
  const joined = subsidy.kind === 'phases' ? ' ' : null;
  return {
    zh: `${first.zh}${joined ?? '，'}${limit.zh}`,
    en: `${first.en}${joined ?? ', '}${limit.en}`,
  };
}
