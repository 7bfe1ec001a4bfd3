import { loadProjectRules } from '$lib/portal/project/project-rules';

export const load = async () => ({ rules: await loadProjectRules() });
