import type { LayoutChoice } from '$lib/library/mapping/layout';

/** A choice as this browser keeps it. */
export interface RememberedLayout extends LayoutChoice {
  /** ISO day on which the choice was made or renewed. */
  savedOn: string;
  /** Name of the table in Chinese, for the list. */
  tableName: string;
}

/** Where choices are kept; the browser's localStorage, or a test's. */
export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storageKey = 'fundlens-layouts';
const version = 1;
/** The oldest go first beyond this, so that the browser's storage never fills up. */
const mostKept = 200;

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isRemembered(value: unknown): value is RememberedLayout {
  if (!isRecord(value)) return false;
  const { key, kind, headers, fields, savedOn, tableName } = value;
  return (
    [key, kind, savedOn, tableName].every(isText) &&
    Array.isArray(headers) &&
    headers.every(isText) &&
    Array.isArray(fields) &&
    fields.length === headers.length &&
    fields.every((field) => field === null || isText(field))
  );
}

function openStorage(): ChoiceStorage | null {
  try {
    return localStorage;
  } catch {
    // Storage is closed: every layout is asked for anew.
    return null;
  }
}

/** What the user said of uncertain columns, by layout; kept in this browser only. */
export class RememberedLayouts {
  constructor(private readonly storage: ChoiceStorage | null = openStorage()) {}

  /** Newest first; empty where nothing is kept, or where it was kept in a way that this version cannot read. */
  list(): RememberedLayout[] {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(storageKey) ?? 'null');
      if (!isRecord(kept) || kept.version !== version || !Array.isArray(kept.layouts)) return [];
      return kept.layouts.filter(isRemembered);
    } catch {
      return [];
    }
  }

  /** Keeps choices, each in the place of an earlier one for the same layout. */
  remember(choices: readonly RememberedLayout[]): void {
    const keys = new Set(choices.map(({ key }) => key));
    this.write([...choices, ...this.list().filter(({ key }) => !keys.has(key))].slice(0, mostKept));
  }

  forget(key: string): void {
    this.write(this.list().filter((layout) => layout.key !== key));
  }

  forgetAll(): void {
    this.write([]);
  }

  private write(layouts: RememberedLayout[]): void {
    try {
      if (layouts.length === 0) this.storage?.removeItem(storageKey);
      else this.storage?.setItem(storageKey, JSON.stringify({ version, layouts }));
    } catch {
      // Full or closed: the choice holds for this import and is asked for again next time.
    }
  }
}
