import type { Condition, Fact, FactValue, ItemConditions, Test } from '$lib/policy/conditions/condition';
import { variantFact } from '$lib/policy/conditions/condition';
import { evaluateCondition } from '$lib/policy/conditions/evaluate';
import { evaluateTest, factsOfLook } from '$lib/policy/conditions/evaluate-test';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import { subsidyOf } from '$lib/policy/look-up';
import type { Category, Guide } from '$lib/policy/rulebook';
import { shownAmount } from '../check/show-value';
import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import type { ProjectRecord } from './project-records';

const factsOf = (test: Test): string[] => {
  if (test.kind === 'not') return factsOf(test.test);
  return 'tests' in test ? test.tests.flatMap(factsOf) : factsOfLook(test);
};

/** Names the conditions that a project of one item misses, by what its row tells; what is open is no finding. */
class ItemCheck {
  /** Conditions of which a project's row can tell anything. */
  private readonly conditions: readonly Condition[];
  /** Facts that a column carries and that these conditions ask for. */
  private readonly carried: readonly Fact[];
  private readonly named: ReadonlyMap<string, Fact>;

  constructor(
    item: ItemConditions,
    private readonly guide: Guide,
    private readonly category: Category,
    facts: readonly Fact[],
  ) {
    const inColumns = facts.filter(({ column }) => column !== null);
    const told = new Set([variantFact, ...inColumns.map(({ id }) => id)]);
    for (const { subsidy } of [category, ...category.variants])
      for (const { baseId } of subsidy?.components ?? []) told.add(baseId);
    this.conditions = item.conditions.filter(
      ({ kind, test }) => kind !== 'priority' && factsOf(test).some((fact) => told.has(fact)),
    );
    const asked = new Set(
      this.conditions.flatMap(({ test, when }) => [...factsOf(test), ...(when ? factsOf(when) : [])]),
    );
    this.carried = inColumns.filter(({ id }) => asked.has(id));
    this.named = new Map(facts.map((fact) => [fact.id, fact]));
  }

  run({ project }: ProjectRecord, log: CrossLog): void {
    if (this.conditions.length === 0) return;
    const facts = projectFacts(project, this.category, this.carried);
    for (const condition of this.conditions) {
      if (evaluateCondition(condition, facts).answer !== 'not_met') continue;
      const { looks } = evaluateTest(condition.test, facts);
      const looked = looks.find(({ state }) => state === false) ?? looks[0];
      const ids = looked ? factsOfLook(looked.test) : [];
      const { section, words } = condition.source;
      log.add('condition_not_met', project, this.columnOf(project, ids), {
        found: ids.flatMap((id) => this.said(id, facts[id] ?? null)).join('、'),
        expected: `${this.guide.year}年度指南 ${section}“${words}”`,
      });
    }
  }

  private columnOf(project: ProjectRecord['project'], ids: readonly string[]): string {
    const column = this.carried.find(({ id }) => ids.includes(id))?.column ?? null;
    if (column !== null) return column;
    const base = subsidyOf(this.category, project.variant_id).components[0]?.baseId;
    return base !== undefined && ids.includes(base) ? 'subsidy_base_fen' : 'category_id';
  }

  private said(id: string, value: FactValue): string[] {
    if (value === null) return [];
    const fact = this.named.get(id);
    if (id === variantFact)
      return [this.category.variants.find((variant) => variant.id === value)?.name.zh ?? String(value)];
    if (fact?.type === 'money' && typeof value === 'number') return [`${shownAmount(value)}万元`];
    if (typeof value === 'boolean') return [value ? '是' : '否'];
    return [fact?.options.find((option) => option.id === value)?.name.zh ?? String(value)];
  }
}

/** A check of projects against the guide's conditions; null where no conditions were given. */
export function conditionCheck({
  conditions,
  categories,
}: CheckScope): ((record: ProjectRecord, log: CrossLog) => void) | null {
  if (!conditions) return null;
  const checks = new Map<string, ItemCheck>();
  for (const [id, { category, guide }] of categories)
    checks.set(
      id,
      new ItemCheck(conditionsOf(conditions, category, guide), guide, category, conditions.facts),
    );
  return (record, log) => checks.get(record.project.category_id)?.run(record, log);
}
