import { loadDeadlines } from '$lib/metrics/views/deadlines';
import { loadDeadlineBooks } from '$lib/portal/deadlines/deadline-books';
import { prerenderView } from '$lib/portal/prerender.server';

/** Rows that stand in the page before the engine is there: the most urgent ones. */
const firstRows = 60;

export const load = async () => {
  const books = await loadDeadlineBooks();
  return {
    view: await prerenderView((engine, context, filters) =>
      loadDeadlines(engine, context, filters, books, firstRows),
    ),
  };
};
