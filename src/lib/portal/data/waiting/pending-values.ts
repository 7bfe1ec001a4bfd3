import type { Correction } from '$lib/library/correct/correct-rows';

/** Typed values by their cell; never changed, only replaced. */
export type PendingValues = ReadonlyMap<string, Correction>;

export const noValues: PendingValues = new Map();

const keyOf = ({ row, cell }: Pick<Correction, 'row' | 'cell'>): string => `${row}\u001f${cell}`;

export const valueAt = (values: PendingValues, row: string, cell: string): string | undefined =>
  values.get(keyOf({ row, cell }))?.value;

export const withValues = (values: PendingValues, more: readonly Correction[]): PendingValues =>
  new Map([...values, ...more.map((one): [string, Correction] => [keyOf(one), one])]);

export const withoutValue = (values: PendingValues, row: string, cell: string): PendingValues =>
  new Map([...values].filter(([key]) => key !== keyOf({ row, cell })));
