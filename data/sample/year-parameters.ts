import type { Category } from '$lib/policy/rulebook';
import { categoryDemo2020 } from './category-parameters-2020';
import { categoryDemo2023, type CategoryDemo } from './category-parameters';

/** Applications of the draft guide beside those of 2023, whose categories it copies. */
const draftShare = 0.645;

const scaled = (demo: CategoryDemo, factor: number): CategoryDemo => {
  const count = (value: number): number => Math.round(value * factor);
  const counts = (values: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, Math.max(1, count(value))]));
  return {
    ...demo,
    applications: count(demo.applications),
    awards: count(demo.awards),
    appropriation: demo.appropriation === null ? null : count(demo.appropriation),
    awarded: demo.awarded * factor,
    paid: demo.paid * factor,
    ...(demo.variants ? { variants: counts(demo.variants) } : {}),
    ...(demo.awardsInSubQuotaClusters === undefined
      ? {}
      : { awardsInSubQuotaClusters: count(demo.awardsInSubQuotaClusters) }),
  };
};

/** A draft guide has applications and nothing else yet. */
function applicationsOnly(demo: CategoryDemo): CategoryDemo {
  const applications = demo.oncePerCity ? demo.applications : Math.round(demo.applications * draftShare);
  return { ...demo, applications, awards: 0, appropriation: null, awarded: 0, paid: 0 };
}

const slugOf = (category: Category): string => category.id.split('/').at(-1) ?? category.id;

/**
 * Demo inputs of a category, made `factor` times as large for benchmarks.
 * @throws RangeError for a category of the rules that the demo does not know yet
 */
export function demoOf(category: Category, factor: number): CategoryDemo {
  const demos = category.guideYear === 2020 ? categoryDemo2020 : categoryDemo2023;
  const demo = demos[slugOf(category)];
  if (!demo) throw new RangeError(`the sample has no demo inputs for ${category.id}`);
  const ofYear = category.guideYear === 2026 ? applicationsOnly(demo) : demo;
  return factor === 1 ? ofYear : scaled(ofYear, factor);
}
