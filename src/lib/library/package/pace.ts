/** How far an export or import of a package is. */
export interface PackageProgress {
  step: 'write' | 'pack' | 'unpack' | 'read' | 'check';
  /** The file inside the package that is being worked on. */
  file: string;
  /** Share of the step's own work in this file, 0 to 1. */
  share: number;
}

/** What the caller of long work may ask for: to hear of progress, and to stop it. */
export interface Pace {
  onProgress?: (progress: PackageProgress) => void;
  /** Stops the work between two steps; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Gives the worker a turn, so that messages of progress go out and a stop comes in. */
export async function breathe(pace: Pace, progress: PackageProgress): Promise<void> {
  pace.onProgress?.(progress);
  await new Promise((resolve) => setTimeout(resolve));
  pace.signal?.throwIfAborted();
}

/**
 * Runs work that is written as a generator of its share done, with a breath after each step.
 * @returns what the generator returns
 */
export async function paced<T>(
  work: Generator<number, T>,
  pace: Pace,
  place: Omit<PackageProgress, 'share'>,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await breathe(pace, { ...place, share: step.value });
  }
}

/** Runs the same work at once, for callers that cannot wait. */
export function drained<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
