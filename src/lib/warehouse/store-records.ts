import { lastBeside } from './kept-beside';
import { StoreError } from './library-store';
import type { StoreTransaction } from './store-database';
import { readHead, readSnapshot, versionOf } from './stored-head';
import { refsOf } from './stored-pieces';

export const headKey = 'head';
export const revisionKey = 'revision';

/** Whether a head is of a version that kept the rows beside it. */
export const isBeside = (head: unknown): boolean => (versionOf(head) ?? Infinity) <= lastBeside;

type Reading = StoreTransaction | StoreTransaction<'readonly'>;

export async function revisionIn(transaction: Reading): Promise<number> {
  const kept = await transaction.objectStore('library').get(revisionKey);
  return typeof kept === 'number' ? kept : 0;
}

export async function piecesOf(transaction: Reading, keys: readonly string[]): Promise<Map<string, unknown>> {
  const pieces = transaction.objectStore('pieces');
  return new Map(await Promise.all(keys.map(async (key) => [key, await pieces.get(key)] as const)));
}

export async function recordsIn(
  transaction: Reading,
  name: 'library' | 'snapshots',
): Promise<[string, unknown][]> {
  const store = transaction.objectStore(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys.map((key, at) => [key, values[at]]);
}

export async function putMissing(
  transaction: StoreTransaction,
  pieces: ReadonlyMap<string, unknown>,
): Promise<void> {
  const store = transaction.objectStore('pieces');
  const kept = new Set(await store.getAllKeys());
  const missing = [...pieces].filter(([key]) => !kept.has(key));
  await Promise.all(missing.map(([key, value]) => store.put(value, key)));
}

/** Removes pieces that nothing names. Where something cannot be read, nobody knows what it names: all stay. */
export async function sweep(transaction: StoreTransaction): Promise<void> {
  const [library, snapshots] = await Promise.all([
    recordsIn(transaction, 'library'),
    recordsIn(transaction, 'snapshots'),
  ]);
  const head = new Map(library).get(headKey);
  const used = new Set<string>();
  try {
    const heads = snapshots.map(([, value]) => readSnapshot(value).head);
    for (const named of head === undefined || isBeside(head) ? heads : [...heads, readHead(head)])
      for (const { key } of refsOf(named)) used.add(key);
  } catch {
    return;
  }
  const pieces = transaction.objectStore('pieces');
  const unused = (await pieces.getAllKeys()).filter((key) => !used.has(key));
  await Promise.all(unused.map((key) => pieces.delete(key)));
}

/** Counts the revision up, after making sure that nobody else did. */
export async function nextRevision(transaction: StoreTransaction, base: number | null): Promise<number> {
  const revision = await revisionIn(transaction);
  if (base !== null && revision !== base) {
    const message = `made from revision ${base}, kept is ${revision}`;
    throw new StoreError('changed_elsewhere', message);
  }
  return revision + 1;
}

/** Throws StoreError `gone`. */
export async function snapshotIn(transaction: Reading, id: string): Promise<unknown> {
  const record = await transaction.objectStore('snapshots').get(id);
  if (record === undefined) throw new StoreError('gone', `the snapshot ${id} is gone`);
  return record;
}
