import type { LibraryRows, PolicyRows } from '$lib/domain/tables';
import type { Engine } from './engine';

/** Puts a library's rows in the place of the one before, all tables at one moment, empty ones too. */
export const loadLibrary = (engine: Engine, rows: LibraryRows): Promise<void> => engine.loadTables(rows);

/** Puts the guides' rows in, all tables at one moment. */
export const loadPolicy = (engine: Engine, rows: PolicyRows): Promise<void> => engine.loadTables(rows);
