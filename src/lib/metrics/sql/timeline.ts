import type { Statement } from '$lib/warehouse/engine';
import type { Scope } from '../scope';
import { raw, sql } from './fragment';
import type { KeptTables } from './scoped';
import { scopedFacts } from './scoped';

export type EventKind = 'award' | 'payment' | 'plan';

/** A row of `timelineEvents`: what happened, or was planned, on a day, of one kind. */
export type EventRow = {
  kind: EventKind;
  happened_on: string;
  /** How many events, and of which in categories with a quota. */
  event_count: number;
  count_in_quota: number;
  /** Money in 分, and of which in categories with an appropriation; null where no event states any. */
  amount_fen: number | null;
  in_budget_fen: number | null;
};

/** Awards, payments and planned tranches of the projects in scope, added up by day; a view cuts them into quarters. */
export const timelineEvents = (
  kept: KeptTables,
  scope: Scope,
): Statement => sql`WITH ${scopedFacts(kept, scope)}
SELECT e.kind, e.happened_on,
  COUNT(*) AS event_count,
  COUNT(CASE WHEN s.has_quota THEN 1 END) AS count_in_quota,
  CAST(SUM(e.amount_fen) AS BIGINT) AS amount_fen,
  CAST(SUM(CASE WHEN s.has_appropriation THEN e.amount_fen END) AS BIGINT) AS in_budget_fen
FROM ${raw(kept.events)} AS e
JOIN scoped AS s ON s.project_id = e.project_id
GROUP BY e.kind, e.happened_on
ORDER BY e.happened_on, e.kind`;
