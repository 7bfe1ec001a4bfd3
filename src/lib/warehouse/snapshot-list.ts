import { StoreError, type SnapshotInfo, type SnapshotList } from './library-store';
import { namedSchema, readHead, readSnapshot, type Head } from './stored-head';
import { refsOf } from './stored-pieces';

interface ListedSnapshot {
  named: Pick<SnapshotInfo, 'id' | 'name' | 'takenAt'>;
  head: Head | null;
  problem: SnapshotInfo['problem'];
}

function listed(id: string, value: unknown): ListedSnapshot {
  try {
    const { name, takenAt, head } = readSnapshot(value);
    return { named: { id, name, takenAt }, head, problem: null };
  } catch (cause) {
    const known = namedSchema.safeParse(value).data;
    return {
      named: { id, name: known?.name ?? '', takenAt: known?.takenAt ?? '' },
      head: null,
      problem: cause instanceof StoreError && cause.code === 'newer_version' ? 'newer_version' : 'unreadable',
    };
  }
}

const headOrNull = (value: unknown): Head | null => {
  try {
    return readHead(value);
  } catch {
    // What cannot be read has no size; the page says elsewhere that it cannot be read.
    return null;
  }
};

const sum = (sizes: Iterable<number>): number => [...sizes].reduce((total, size) => total + size, 0);

/** Which keys are named by how many heads. */
function sharing(heads: readonly Head[]): Map<string, number> {
  const users = new Map<string, number>();
  for (const head of heads)
    for (const key of new Set(refsOf(head).map((ref) => ref.key))) users.set(key, (users.get(key) ?? 0) + 1);
  return users;
}

/** Bytes by key: a key that is named twice counts once. */
const sizesOf = (heads: readonly Head[]): Map<string, number> =>
  new Map(heads.flatMap((head) => refsOf(head).map(({ key, bytes }) => [key, bytes] as const)));

const describe = ({ named, head, problem }: ListedSnapshot, users: Map<string, number>): SnapshotInfo => {
  const sizes = head ? [...sizesOf([head])] : [];
  return {
    ...named,
    meta: head?.meta ?? null,
    problem,
    bytes: sum(sizes.map(([, bytes]) => bytes)),
    ownBytes: sum(sizes.filter(([key]) => users.get(key) === 1).map(([, bytes]) => bytes)),
  };
};

/** Describes the snapshots in the store, the newest first, also those that this version cannot read. */
export function listSnapshots(
  records: readonly (readonly [id: string, value: unknown])[],
  libraryHead: unknown,
): SnapshotList {
  const found = records.map(([id, value]) => listed(id, value));
  const heads = [headOrNull(libraryHead), ...found.map(({ head }) => head)].filter((head) => head !== null);
  const users = sharing(heads);
  const snapshots = found
    .map((snapshot) => describe(snapshot, users))
    .sort((a, b) => b.takenAt.localeCompare(a.takenAt) || a.id.localeCompare(b.id));
  return { snapshots, bytes: sum(sizesOf(heads).values()) };
}
