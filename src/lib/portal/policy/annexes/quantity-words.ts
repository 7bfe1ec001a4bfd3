import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Quantity } from '$lib/policy/annexes/annex';
import { plainNumber, withUnit } from '../words/amount-words';

/** A number as an annex prints it, with its bound: “≥ 1000 万元”, “约 5 项”, “3–5 场”. */
export function quantityWords({ value, to, unit, bound }: Quantity): string {
  const figure = (some: string) => withUnit(some, labelOf(unit.name));
  switch (bound) {
    case 'at_least':
      return `≥\u00A0${figure(plainNumber(value))}`;
    case 'more_than':
      return `>\u00A0${figure(plainNumber(value))}`;
    case 'at_most':
      return `≤\u00A0${figure(plainNumber(value))}`;
    case 'less_than':
      return `<\u00A0${figure(plainNumber(value))}`;
    case 'about':
      return m.policy_about({ amount: figure(plainNumber(value)) });
    case 'range':
      return figure(`${plainNumber(value)}–${plainNumber(to ?? value)}`);
    case 'exactly':
      return figure(plainNumber(value));
  }
}
