import { sampleMeta } from '$lib/portal/prerender.server';

export const load = async () => ({ meta: await sampleMeta() });
