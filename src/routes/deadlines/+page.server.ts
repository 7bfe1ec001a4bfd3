import { loadDeadlines } from '$lib/metrics/views/deadlines';
import { readDeadlineRules } from '$lib/policy/deadlines/read-deadlines';
import { loadDeadlineBooks } from '$lib/portal/deadlines/deadline-rules';
import { prerenderView } from '$lib/portal/prerender.server';

/** Rows that stand in the page before the engine is there: the most urgent ones. */
const firstRows = 60;

export const load = async () => {
  // The bundle lies elsewhere than the source: the folder is named from the project's root.
  const rules = readDeadlineRules('rules');
  const books = await loadDeadlineBooks(rules);
  const view = await prerenderView((engine, context, filters) =>
    loadDeadlines(engine, context, filters, books, firstRows),
  );
  return { rules, view };
};
