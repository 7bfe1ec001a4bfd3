import { libraryTableNames } from '$lib/domain/tables';
import type { PackageProgress } from '$lib/library/package/pace';

type Step = PackageProgress['step'];

/** Where each step of the work begins and ends, by and large; sealing and showing come after. */
const stretches = {
  export: { check: [0, 0.1], write: [0.1, 0.8], pack: [0.8, 1] },
  open: { unpack: [0, 0.2], read: [0.2, 0.8], check: [0.8, 1] },
} satisfies Record<string, Partial<Record<Step, [number, number]>>>;

/** Share of the whole work done, 0 to 1, for a line that only goes forward. */
export function progressShare(work: keyof typeof stretches, { step, file, share }: PackageProgress): number {
  const known: Partial<Record<Step, [number, number]>> = stretches[work];
  const [from, to] = known[step] ?? [0, 0];
  const table = libraryTableNames.findIndex((name) => file.startsWith(`${name}.`));
  const within = table < 0 ? share : (table + share) / libraryTableNames.length;
  return from + (to - from) * within;
}
