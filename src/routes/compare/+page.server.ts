import { loadCompare } from '$lib/metrics/views/compare';
import { startingRequest } from '$lib/portal/compare/compare-request';
import { prerenderView } from '$lib/portal/prerender.server';

export const load = async () => ({
  view: await prerenderView((engine, context, filters) =>
    loadCompare(engine, context, filters, startingRequest(context.meta)),
  ),
});
