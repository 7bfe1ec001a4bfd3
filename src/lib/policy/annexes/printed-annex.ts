import type { Label } from '../../domain/label.ts';
import { fenFromDecimal, type MoneyUnit } from '../../domain/money.ts';
import type { SourceRef } from '../rulebook.ts';
import type { AnnexRow, AnnexUnit, Quantity } from './annex.ts';
import type { QuantityText, UnitsText } from './schema-parts.ts';

/** An annex that does not hold together; the reader adds the file. */
export class AnnexError extends Error {
  constructor(
    readonly place: string,
    problem: string,
  ) {
    super(problem);
    this.name = 'AnnexError';
  }
}

interface RowText {
  name: Label;
  words?: string | undefined;
  section?: string | undefined;
}

/** One printed annex: gives its rows their place in the text and its numbers their unit. */
export class PrintedAnnex {
  constructor(
    private readonly home: { document: string; section: string },
    private readonly units: UnitsText['units'],
  ) {}

  source(words: string, section: string = this.home.section): SourceRef {
    return { document: this.home.document, section, words };
  }

  row({ name, words, section }: RowText): AnnexRow {
    return { name, source: this.source(words ?? name.zh, section) };
  }

  unit(id: string): AnnexUnit & { money: MoneyUnit | null } {
    const found = this.units.find((unit) => unit.id === id);
    if (!found) throw new AnnexError(id, `no unit “${id}” in annexes/units.yaml`);
    return { id, name: found.name, money: found.money ?? null };
  }

  quantity(text: QuantityText, section?: string): Quantity {
    const { money, ...unit } = this.unit(text.unit);
    return {
      value: text.value,
      to: text.to ?? null,
      unit,
      bound: text.bound,
      fen: money === null ? null : fenFromDecimal(String(text.value), money),
      source: this.source(text.words, section),
    };
  }
}

/** Numbers as printed must run from 1 without a gap. @throws AnnexError at the first that does not. */
export function checkNumbers(numbers: number[], place: string): void {
  const at = numbers.findIndex((number, index) => number !== index + 1);
  if (at >= 0) throw new AnnexError(place, `expected number ${at + 1}, found ${numbers[at]}`);
}

/** The printed count must be reached. @throws AnnexError */
export function checkCount(found: number, expected: number, place: string): void {
  if (found !== expected) throw new AnnexError(place, `expected ${expected} rows, found ${found}`);
}
