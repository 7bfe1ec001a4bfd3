import { loadQuota } from '$lib/metrics/views/quota';
import { prerenderView } from '$lib/portal/prerender.server';

export const load = async () => ({ view: await prerenderView(loadQuota) });
