import { inUnit } from '$lib/domain/money';
import type { InputFact, InputTable } from '$lib/policy/inputs/input-table';
import { shownPercent } from '../templates/shown-value';
import type { TemplateValue } from '../templates/template';

/** What a person writes for the value of a fact: money in 万元, yes and no and options in words. */
export function factWords(
  fact: InputFact,
  { answers }: Pick<InputTable, 'answers'>,
  value: { number: number | null; text: string | null },
): TemplateValue {
  const { number, text } = value;
  if (number !== null) {
    if (fact.type === 'money') return inUnit(number, 'wanYuan');
    return fact.type === 'percent' ? shownPercent(number) : number;
  }
  const options = fact.type === 'option' ? fact.options : answers;
  const asked = fact.type === 'option' || fact.type === 'yes_no' || fact.type === 'document';
  const option = asked ? options.find(({ id }) => id === text) : undefined;
  return option?.words[0] ?? text;
}
