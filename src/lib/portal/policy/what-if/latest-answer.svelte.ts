/** A question to the engine, with what it is about, so that an answer can be told from an older one. */
export type Ask<T> = () => Promise<T>;

/**
 * Answers to questions that follow each other fast. A question waits until the typing pauses; while one is under way
 * only the newest of those that come is kept, and an answer to an older question never replaces a newer one's.
 */
export class LatestAnswer<T> {
  current = $state.raw<T | null>(null);
  /** The answer shown is not yet that of the last question. */
  pending = $state(false);
  failure = $state.raw<string | null>(null);
  readonly #pauseMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: Ask<T> | null = null;
  #running = false;

  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs;
  }

  /** The first question is asked at once. */
  ask(question: Ask<T>): void {
    clearTimeout(this.#timer);
    this.#next = question;
    this.pending = true;
    const pause = this.current === null && !this.#running ? 0 : this.#pauseMs;
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  /** Nothing more is asked or shown. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#next = null;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#next) {
      const question = this.#next;
      this.#next = null;
      await this.#settle(question);
    }
    this.#running = false;
  }

  async #settle(question: Ask<T>): Promise<void> {
    try {
      const answer = await question();
      if (this.#next) return;
      this.current = answer;
      this.failure = null;
    } catch (error) {
      if (this.#next) return;
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.pending = false;
  }
}
