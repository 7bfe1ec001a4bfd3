import { loadCentresView } from '$lib/metrics/views/centres';
import { loadCentreBooks } from '$lib/portal/centres/centre-books';
import { prerenderView } from '$lib/portal/prerender.server';

export const load = async () => {
  const books = await loadCentreBooks();
  return {
    view: await prerenderView((engine, context, filters) => loadCentresView(engine, context, filters, books)),
  };
};
