/** A draft as its writer knows it. */
export interface DraftTitle {
  id: string;
  name: string;
}

/** What a reader typed on the page: kept while the browser's tab lives, for all guide years together. */
export interface KeptDraft {
  /** Text of a changed field, by item and field; what is as the guide says is not kept. */
  typed: Record<string, string>;
  /** By guide year; a year without one has the name that the page gives it. */
  titles: Record<string, DraftTitle>;
}

const storageKey = 'fundlens-what-if';

/** Where the browser keeps nothing, the draft lasts as long as the page is not loaded anew. */
let memory: string | null = null;

const isRecord = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);

const isTitle = (found: unknown): found is DraftTitle =>
  isRecord(found) && typeof found['id'] === 'string' && typeof found['name'] === 'string';

function kept<T>(found: unknown, isOne: (value: unknown) => value is T): Record<string, T> {
  if (!isRecord(found)) return {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, value]): [string, T][] => (isOne(value) ? [[key, value]] : [])),
  );
}

const isText = (found: unknown): found is string => typeof found === 'string';

/** A kept draft from its text; what is not understood is left out. */
export function readKept(text: string | null): KeptDraft {
  let found: unknown = null;
  try {
    found = text === null ? null : JSON.parse(text);
  } catch {
    // A text of another version: the draft starts anew.
  }
  const record = isRecord(found) ? found : {};
  return { typed: kept(record['typed'], isText), titles: kept(record['titles'], isTitle) };
}

export function loadKept(): KeptDraft {
  try {
    return readKept(sessionStorage.getItem(storageKey) ?? memory);
  } catch {
    return readKept(memory);
  }
}

export function keep(draft: KeptDraft): void {
  const text = JSON.stringify(draft);
  memory = text;
  try {
    sessionStorage.setItem(storageKey, text);
  } catch {
    // Storage is closed or full: memory has it.
  }
}
