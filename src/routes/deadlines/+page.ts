import { loadDeadlineBooks } from '$lib/portal/deadlines/deadline-rules';

export const load = async ({ data }) => ({ ...data, books: await loadDeadlineBooks(data.rules) });
