import type { Row } from '$lib/domain/tables';
import type { StoredFact } from '$lib/policy/centres/centre-facts';
import type { ConditionBook, FactValues } from '$lib/policy/conditions/condition';
import {
  platformFacts,
  ruleFactory,
  rulePlatform,
  type FactoryRuling,
  type PlatformRuling,
} from '$lib/policy/platforms/platform-ruling';
import type { PlatformRules } from '$lib/policy/platforms/platforms';

/** A row with the name of the file that it was read from. */
export type FiledRow<T extends 'platform' | 'platform_metric'> = Row<T> & { file_name: string };

/** What the rules need beside the rulebook; loaded with the page. */
export interface PlatformBooks {
  platforms: PlatformRules;
  book: ConditionBook;
}

/** Everything that the library holds of one platform or factory. */
export interface PlatformRecord {
  body: FiledRow<'platform'>;
  metrics: FiledRow<'platform_metric'>[];
}

/** A platform or factory with what the rules say of it, and the facts that the answers were found with. */
export type PlatformCase = PlatformRecord & { facts: FactValues } & (
    { kind: 'platform'; ruling: PlatformRuling } | { kind: 'factory'; ruling: FactoryRuling }
  );
export type KindOfCase = PlatformCase['kind'];
export type CaseOf<K extends KindOfCase> = Extract<PlatformCase, { kind: K }>;

const storedOf = ({ metrics }: PlatformRecord): StoredFact[] =>
  metrics.map(({ fact_id, value_number, value_text }) => ({
    factId: fact_id,
    number: value_number,
    text: value_text,
  }));

/**
 * Judges one platform or factory by the rules of 2019.
 * @param cities codes of the province's cities
 */
export function caseOfPlatform(
  record: PlatformRecord,
  { platforms, book }: PlatformBooks,
  cities: ReadonlySet<string>,
): PlatformCase {
  const { body } = record;
  const stored = storedOf(record);
  const isInProvince = body.city_adcode === null ? null : cities.has(body.city_adcode);
  const facts = platformFacts(book.facts, stored, isInProvince);
  return body.kind === 'platform'
    ? { ...record, facts, kind: 'platform', ruling: rulePlatform(platforms, facts) }
    : { ...record, facts, kind: 'factory', ruling: ruleFactory(platforms, facts, stored) };
}
