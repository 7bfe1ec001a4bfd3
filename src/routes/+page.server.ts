import { loadOverview } from '$lib/metrics/views/overview';
import { prerenderView } from '$lib/portal/prerender.server';

export const load = async () => ({ view: await prerenderView(loadOverview) });
