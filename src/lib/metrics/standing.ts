import type { IsoDate } from '$lib/domain/calendar';
import type { LibraryMeta } from '$lib/domain/library';
import type { Engine } from '$lib/warehouse/engine';
import type { AppropriationRow } from './sql/appropriations';
import { appropriationRows } from './sql/appropriations';
import type { KeptTables } from './sql/scoped';
import { dropKept, keepEvents, keepFacts } from './sql/standing';

/** As-of days kept at a time; the day used longest ago makes room. */
const keptDays = 8;

interface Kept {
  tables: KeptTables;
  meta: LibraryMeta;
  asOf: IsoDate;
  ready: Promise<unknown>;
}

interface Shelf {
  kept: Kept[];
  made: number;
}

const shelves = new WeakMap<Engine, Shelf>();

function shelfOf(engine: Engine): Shelf {
  const shelf = shelves.get(engine) ?? { kept: [], made: 0 };
  shelves.set(engine, shelf);
  return shelf;
}

async function make(engine: Engine, { facts, events }: KeptTables, asOf: IsoDate): Promise<void> {
  await engine.query(keepFacts(facts, asOf));
  await engine.query(keepEvents(events, facts, asOf));
}

function keep(engine: Engine, shelf: Shelf, meta: LibraryMeta, asOf: IsoDate): Kept {
  shelf.made += 1;
  const tables = { facts: `standing_facts_${shelf.made}`, events: `standing_events_${shelf.made}` };
  return { tables, meta, asOf, ready: make(engine, tables, asOf) };
}

async function drop(engine: Engine, { facts, events }: KeptTables): Promise<void> {
  await engine.query(dropKept(facts));
  await engine.query(dropKept(events));
}

/**
 * The facts and events at the end of a day, worked out once and kept in tables of the engine's session. A library is told
 * from another by its meta object: whoever loads other rows into the engine gives a new one along.
 */
export async function standingAt(engine: Engine, meta: LibraryMeta, asOf: IsoDate): Promise<KeptTables> {
  const shelf = shelfOf(engine);
  const found = shelf.kept.find((entry) => entry.meta === meta && entry.asOf === asOf);
  const entry = found ?? keep(engine, shelf, meta, asOf);
  shelf.kept = [entry, ...shelf.kept.filter((other) => other !== entry)];
  const surplus = shelf.kept.splice(keptDays);
  try {
    await Promise.all([entry.ready, ...surplus.map(({ tables }) => drop(engine, tables))]);
  } catch (cause) {
    shelf.kept = shelf.kept.filter((other) => other !== entry);
    throw cause;
  }
  return entry.tables;
}

const appropriations = new WeakMap<Engine, WeakMap<LibraryMeta, Promise<AppropriationRow[]>>>();

/** All appropriations of a library, asked for once: a few dozen rows that every period is read from. */
export function appropriationsOf(engine: Engine, meta: LibraryMeta): Promise<AppropriationRow[]> {
  const byLibrary = appropriations.get(engine) ?? new WeakMap<LibraryMeta, Promise<AppropriationRow[]>>();
  appropriations.set(engine, byLibrary);
  const rows = byLibrary.get(meta) ?? engine.query<AppropriationRow>(appropriationRows());
  byLibrary.set(meta, rows);
  rows.catch(() => byLibrary.delete(meta));
  return rows;
}
