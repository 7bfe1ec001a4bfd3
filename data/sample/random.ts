/** Four 32-bit words from a text (xmur3), to start the generator from. */
function wordsOf(text: string): [number, number, number, number] {
  let state = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  const word = (): number => {
    state = Math.imul(state ^ (state >>> 16), 2246822507);
    state = Math.imul(state ^ (state >>> 13), 3266489909);
    return (state ^= state >>> 16) >>> 0;
  };
  return [word(), word(), word(), word()];
}

/**
 * Seeded numbers (sfc32): the same seed gives the same numbers on every machine. Only whole-number and
 * plain arithmetic is used, no logarithm or power, whose last digit may differ between machines.
 */
export class Random {
  private words: [number, number, number, number];

  constructor(private readonly seed: string) {
    this.words = wordsOf(seed);
  }

  /** An independent stream, so that one more number drawn here changes nothing there. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 (included) to 1 (excluded). */
  next(): number {
    const [a, b, c, d] = this.words;
    const sum = (((a + b) | 0) + d) | 0;
    const turned = (c << 21) | (c >>> 11);
    this.words = [b ^ (b >>> 9), (c + (c << 3)) | 0, (turned + sum) | 0, (d + 1) | 0];
    return (sum >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.whole(0, list.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** An item of the list, as often as its weight says. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T {
    let rest = this.next() * list.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of list) {
      rest -= weightOf(item);
      if (rest < 0) return item;
    }
    const last = list.at(-1);
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last;
  }

  /** The list in another order (Fisher–Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }
}
