import type { IsoDate } from '$lib/domain/calendar';
import type { LibraryMeta } from '$lib/domain/library';
import type { Engine } from '$lib/warehouse/engine';
import type { Scope } from '../scope';
import { standingAt } from '../standing';
import { awardedRows, goalRows, tickedRows, type AwardedRow, type GoalRow, type TickedRow } from './goal-sql';

/** What goals are worked out from: rows of one scope, without any rule applied to them. */
export interface GoalBook {
  projects: AwardedRow[];
  rows: GoalRow[];
  ticked: TickedRow[];
}

/** Scopes kept at a time; the one used longest ago makes room. */
const keptScopes = 6;

const shelves = new WeakMap<Engine, WeakMap<LibraryMeta, Map<string, Promise<GoalBook>>>>();

function shelfOf(engine: Engine, meta: LibraryMeta): Map<string, Promise<GoalBook>> {
  const byLibrary = shelves.get(engine) ?? new WeakMap<LibraryMeta, Map<string, Promise<GoalBook>>>();
  shelves.set(engine, byLibrary);
  const shelf = byLibrary.get(meta) ?? new Map<string, Promise<GoalBook>>();
  byLibrary.set(meta, shelf);
  return shelf;
}

async function ask(engine: Engine, meta: LibraryMeta, scope: Scope, before: IsoDate): Promise<GoalBook> {
  const kept = await standingAt(engine, meta, scope.asOf);
  const [projects, rows, ticked] = await Promise.all([
    engine.query<AwardedRow>(awardedRows(kept, scope)),
    engine.query<GoalRow>(goalRows(kept, scope, before)),
    engine.query<TickedRow>(tickedRows(kept, scope)),
  ]);
  return { projects, rows, ticked };
}

/**
 * The rows of a scope, asked for once: another indicator or another scoring variant is worked out from the same rows,
 * without a question to the engine.
 */
export function goalBook(
  engine: Engine,
  meta: LibraryMeta,
  scope: Scope,
  before: IsoDate,
): Promise<GoalBook> {
  const shelf = shelfOf(engine, meta);
  const key = JSON.stringify([scope, before]);
  const book = shelf.get(key) ?? ask(engine, meta, scope, before);
  shelf.delete(key);
  shelf.set(key, book);
  for (const old of [...shelf.keys()].slice(0, -keptScopes)) shelf.delete(old);
  book.catch(() => shelf.delete(key));
  return book;
}
