import type { Fen } from '$lib/domain/money';
import type { MoneyHistoryRow } from './money-history-sql';
import type { Quarter } from './quarters';

/** Sums from the beginning up to the end of each quarter. */
class Running {
  readonly #added = new Map<Quarter, Fen>();
  #sums: Fen[] | null = null;
  #first = Infinity;

  add(quarter: Quarter, amount: Fen): void {
    this.#added.set(quarter, (this.#added.get(quarter) ?? 0) + amount);
    this.#first = Math.min(this.#first, quarter);
    this.#sums = null;
  }

  /** The sum up to the end of a quarter; 0 before anything moved. */
  by(quarter: Quarter): Fen {
    if (quarter < this.#first) return 0;
    const sums = (this.#sums ??= this.#sumUp());
    return sums[Math.min(quarter - this.#first, sums.length - 1)] ?? 0;
  }

  #sumUp(): Fen[] {
    const last = Math.max(...this.#added.keys());
    let sum = 0;
    return Array.from({ length: last - this.#first + 1 }, (_, index) => {
      sum += this.#added.get(this.#first + index) ?? 0;
      return sum;
    });
  }
}

/** Projects that were awarded in one quarter. */
export class Cohort {
  readonly paid = new Running();
  readonly owed = new Running();
  /** What its tranches set down, by the quarter that they were set for. */
  readonly planned = new Running();

  constructor(readonly quarter: Quarter) {}

  /** Awarded, not released and not yet paid; never less than nothing, whatever was corrected. */
  unpaidBy(quarter: Quarter): Fen {
    return Math.max(0, this.owed.by(quarter) - this.paid.by(quarter));
  }
}

/** Awards and payments of some projects by the quarter of their award. */
export class MoneySeries {
  readonly cohorts: readonly Cohort[];
  readonly #paid = new Running();
  readonly #awarded = new Running();
  readonly #planned = new Running();
  /** The quarter of the first award; null where none was made. */
  readonly start: Quarter | null;

  constructor(rows: readonly MoneyHistoryRow[]) {
    const cohorts = new Map<Quarter, Cohort>();
    for (const { kind, cohort: key, quarter, amount_fen: amount } of rows) {
      const cohort = cohorts.get(key) ?? new Cohort(key);
      cohorts.set(key, cohort);
      if (kind === 'plan') {
        this.#planned.add(quarter, amount);
        cohort.planned.add(quarter, amount);
      } else if (kind === 'payment') {
        this.#paid.add(quarter, amount);
        cohort.paid.add(quarter, amount);
      } else {
        cohort.owed.add(quarter, kind === 'award' ? amount : -amount);
        if (kind === 'award') this.#awarded.add(quarter, amount);
      }
    }
    this.cohorts = [...cohorts.values()].sort((a, b) => a.quarter - b.quarter);
    const first = rows.reduce(
      (least, { kind, quarter }) => (kind === 'award' ? Math.min(least, quarter) : least),
      Infinity,
    );
    this.start = first === Infinity ? null : first;
  }

  paidBy = (quarter: Quarter): Fen => this.#paid.by(quarter);
  awardedBy = (quarter: Quarter): Fen => this.#awarded.by(quarter);
  plannedBy = (quarter: Quarter): Fen => this.#planned.by(quarter);
  /** Planned up to a quarter for what had been awarded by the origin. */
  plannedAt = (origin: Quarter, quarter: Quarter): Fen =>
    this.cohorts.reduce(
      (sum, cohort) => (cohort.quarter <= origin ? sum + cohort.planned.by(quarter) : sum),
      0,
    );
  unpaidBy = (quarter: Quarter): Fen =>
    this.cohorts.reduce(
      (sum, cohort) => (cohort.quarter <= quarter ? sum + cohort.unpaidBy(quarter) : sum),
      0,
    );
}
