import type { Snippet } from 'svelte';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { SnapshotInfo } from '$lib/warehouse/library-store';
import type { Column } from '$lib/ui/table-columns';
import { sizeWords } from './size-words';

/** Day and minute of the reader's clock. */
export function momentWords(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '—';
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join('-');
  return `${day} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}

const nameWords = ({ name, problem }: SnapshotInfo): string => {
  const fault =
    problem === 'newer_version'
      ? m.snapshots_problem_newer()
      : problem === 'unreadable'
        ? m.snapshots_problem_unreadable()
        : null;
  return [name || '—', fault].filter(Boolean).join(' · ');
};

const rowsOf = ({ meta }: SnapshotInfo): number | null =>
  meta ? Object.values(meta.counts).reduce((sum, rows) => sum + rows, 0) : null;

const countWords = (count: number | null | undefined): string =>
  count === null || count === undefined ? '—' : showNumber(count);

const bytesWords = ({ meta, bytes, ownBytes }: SnapshotInfo): string => {
  if (!meta) return '—';
  return bytes === ownBytes
    ? sizeWords(bytes)
    : m.snapshots_size_shared({ size: sizeWords(bytes), shared: sizeWords(bytes - ownBytes) });
};

/** The columns of the list of snapshots; `acts` holds what can be done with one. */
export const snapshotColumns = (acts: Snippet<[SnapshotInfo]>): Column<SnapshotInfo>[] => [
  { key: 'name', label: m.snapshots_col_name(), align: 'start', text: nameWords, wrap: true },
  {
    key: 'taken',
    label: m.snapshots_col_taken(),
    align: 'start',
    text: ({ takenAt }) => momentWords(takenAt),
    sortBy: ({ takenAt }) => takenAt,
  },
  {
    key: 'hash',
    label: m.snapshots_col_hash(),
    align: 'start',
    text: ({ meta }) => meta?.hash.slice(0, 8) ?? '—',
    rank: 3,
  },
  {
    key: 'projects',
    label: m.snapshots_col_projects(),
    text: ({ meta }) => countWords(meta?.counts.project),
    rank: 2,
  },
  { key: 'rows', label: m.snapshots_col_rows(), text: (snapshot) => countWords(rowsOf(snapshot)), rank: 3 },
  { key: 'size', label: m.snapshots_col_size(), text: bytesWords, rank: 3 },
  { key: 'acts', label: m.snapshots_col_acts(), align: 'start', cell: acts, rank: 1 },
];
