import { elementFact } from '$lib/policy/platforms/element-list';
import type { PlatformRules } from '$lib/policy/platforms/platforms';
import type { Random } from '../random';
import { fenOfWan } from '../wan';
import { answerTold, heldFacts, numberTold, type Told } from './platform-metrics';
import type { FactoryDemo } from './platform-parameters';

/** How the input divides; what is left are wages. */
const parts = { factory_platform_cost: 0.35, factory_equipment_cost: 0.4, factory_test_cost: 0.1 };

function inputTold({ input }: FactoryDemo): Told[] {
  if (input === null) return [];
  const costs = Object.entries(parts).map(([fact, share]) => ({ fact, wan: Math.round(input * share) }));
  const wages = input - costs.reduce((sum, { wan }) => sum + wan, 0);
  return [
    numberTold('factory_total_input', fenOfWan(input)),
    ...costs.map(({ fact, wan }) => numberTold(fact, fenOfWan(wan))),
    numberTold('factory_wages', fenOfWan(wages)),
  ];
}

/** Elements that the factory built, sub-class by sub-class; a sub-class without any says so with 0. */
function elementsTold(random: Random, demo: FactoryDemo, { elements }: PlatformRules): Told[] {
  return elements.flatMap(({ atLeast, subclasses }) =>
    subclasses.flatMap((subclass) => {
      const own = random.fork(subclass.id);
      if (demo.silent?.includes(subclass.id) === true) return [];
      const least = demo.without?.includes(subclass.id) === true ? 0 : (atLeast?.value ?? 0);
      const count =
        demo.without?.includes(subclass.id) === true ? 0 : own.whole(least, subclass.elements.length);
      const built = own.shuffled(subclass.elements.map(({ id }) => id)).slice(0, count);
      const inOrder = subclass.elements.map(({ id }) => id).filter((id) => built.includes(id));
      return [
        {
          fact_id: elementFact(subclass),
          value_number: count,
          value_text: count === 0 ? null : inOrder.join(' '),
        },
      ];
    }),
  );
}

/** What a factory reports in its application form. */
export function factoryMetrics(random: Random, demo: FactoryDemo, rules: PlatformRules): Told[] {
  const answers = rules.factory.conditions.flatMap(({ kind, test }) =>
    heldFacts(test).map((fact) =>
      answerTold(
        fact,
        kind === 'priority' ? random.fork(fact).chance(0.4) : demo.lacks?.includes(fact) !== true,
      ),
    ),
  );
  return [
    { fact_id: 'factory_industry_kind', value_number: null, value_text: demo.industry },
    ...inputTold(demo),
    ...answers,
    ...elementsTold(random.fork('elements'), demo, rules),
  ];
}
