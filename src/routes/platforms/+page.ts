import { loadPlatformBooks } from '$lib/portal/platforms/platform-books';

export const load = async ({ data }) => ({ ...data, books: await loadPlatformBooks() });
