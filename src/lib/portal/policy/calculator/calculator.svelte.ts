import { assess, type Assessment } from '$lib/policy/conditions/assess';
import { variantFact, type FactValue, type ConditionBook } from '$lib/policy/conditions/condition';
import type { SubsidyBase } from '$lib/policy/rulebook';
import { inUnit } from '$lib/domain/money';
import { factById } from '$lib/policy/conditions/look-up';
import type { GuideItem } from '../guide/guide-view';
import { askedFacts, conditionsFor } from './asked-facts';
import { exampleFacts } from './example-facts';
import { readTyped, typedOf, writeTyped } from './typed-facts';

/** What a fact looks like in its field. */
function typedValue(book: ConditionBook, id: string, value: FactValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const isMoney = factById(book, id)?.type === 'money';
  return (isMoney ? inUnit(value, 'wanYuan') : value).toLocaleString('en-US', {
    maximumFractionDigits: 6,
    useGrouping: false,
  });
}

/** The calculator of one item: what stands in its fields, and what the rules say to it at once. */
export class Calculator {
  readonly item: GuideItem;
  readonly #bases: SubsidyBase[];
  typed = $state<Record<string, string>>({});
  readonly variantId = $derived.by(() => {
    const chosen = this.typed[variantFact] ?? '';
    return this.item.category.variants.some(({ id }) => id === chosen) ? chosen : null;
  });
  readonly asked = $derived.by(() => {
    const { category, conditions, words } = this.item;
    return askedFacts(words.book, category, conditions, this.variantId, this.#bases);
  });
  readonly read = $derived.by(() => readTyped(this.typed, this.item.words.book, this.item.category));
  readonly assessment: Assessment = $derived.by(() => {
    const { category, conditions } = this.item;
    const own = { ...conditions, conditions: conditionsFor(conditions, this.variantId) };
    return assess(category, own, this.read.facts, this.#bases);
  });
  readonly isEmpty = $derived(Object.values(this.typed).every((text) => text === ''));

  constructor(item: GuideItem, bases: SubsidyBase[], address: string | null) {
    this.item = item;
    this.#bases = bases;
    this.typed = typedOf(address, item.words.book);
  }

  /** The fields as the address keeps them. */
  get address(): string | null {
    return writeTyped(this.typed);
  }

  set(id: string, text: string): void {
    this.typed[id] = text;
  }

  clear(): void {
    this.typed = {};
  }

  /** A project that fulfils the item; of the chosen type, or of its first. */
  fillExample(): void {
    const { category, conditions, words } = this.item;
    const variantId = this.variantId ?? category.variants[0]?.id ?? null;
    const facts = exampleFacts(words.book, category, conditions, variantId);
    this.typed = Object.fromEntries(
      Object.entries(facts).map(([id, value]) => [id, typedValue(words.book, id, value)]),
    );
  }
}
