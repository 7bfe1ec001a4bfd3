import { loadCentreBooks } from '$lib/portal/centres/centre-books';

export const load = async ({ data }) => ({ ...data, books: await loadCentreBooks() });
