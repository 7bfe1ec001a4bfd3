import type { Library } from '$lib/domain/library';

interface Held {
  library: Library;
}

/** How many projects of a package are new to the user's library, and how many replace one that is there. */
export function countAdded(own: Held | null, { library }: Held): { fresh: number; again: number } {
  const known = new Set(own?.library.rows.project.map(({ project_id }) => project_id));
  const again = library.rows.project.filter(({ project_id }) => known.has(project_id)).length;
  return { fresh: library.rows.project.length - again, again };
}
