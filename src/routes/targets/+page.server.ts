import { loadTargets } from '$lib/metrics/views/targets';
import { prerenderView } from '$lib/portal/prerender.server';
import { loadTargetRules, variantNamed } from '$lib/portal/targets/target-rules';

export const load = async () => {
  const rules = await loadTargetRules();
  const variant = variantNamed(rules.scoring, null);
  return {
    view: await prerenderView((engine, context, filters) =>
      loadTargets(engine, context, filters, { ...rules, variant }),
    ),
  };
};
