import { loadDeadlineBooks } from '$lib/portal/deadlines/deadline-books';

export const load = async ({ data }) => ({ ...data, books: await loadDeadlineBooks() });
