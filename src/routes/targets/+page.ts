import { loadTargetRules } from '$lib/portal/targets/target-rules';

export const load = async ({ data }) => ({ ...data, rules: await loadTargetRules() });
