import type { FindingCode } from '../check/finding-codes';

/** What a cell gave: a value (with the code of a safe change, where one was made), nothing, or a fault. */
export type Reading<T> =
  | { kind: 'value'; value: T; change: FindingCode | null }
  | { kind: 'missing' }
  | { kind: 'fault'; code: FindingCode };

export const missing = { kind: 'missing' } as const;
export const fault = (code: FindingCode) => ({ kind: 'fault', code }) as const;
export const read = <T>(value: T, change: FindingCode | null = null) =>
  ({ kind: 'value', value, change }) as const;
