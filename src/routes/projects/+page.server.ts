import { loadFirstRows } from '$lib/portal/projects/first-rows';
import { prerenderView } from '$lib/portal/prerender.server';

export const load = async () => ({ first: await prerenderView(loadFirstRows) });
