import { loadPlatformsView } from '$lib/metrics/views/platforms';
import { loadPlatformBooks } from '$lib/portal/platforms/platform-books';
import { prerenderView } from '$lib/portal/prerender.server';

export const load = async () => {
  const books = await loadPlatformBooks();
  return {
    view: await prerenderView((engine, context, filters) =>
      loadPlatformsView(engine, context, filters, books),
    ),
  };
};
