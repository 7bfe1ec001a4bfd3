import type { PlatformBooks } from '$lib/metrics/platforms/platform-case';

/** Rules of the platforms and the facts that they ask for, loaded with the page and not before. */
export async function loadPlatformBooks(): Promise<PlatformBooks> {
  const [platforms, conditions] = await Promise.all([
    import('virtual:fundlens-platforms'),
    import('virtual:fundlens-conditions'),
  ]);
  return { platforms: platforms.default, book: conditions.default };
}
