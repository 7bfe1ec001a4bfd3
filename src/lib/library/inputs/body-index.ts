import { sha256OfText } from '../sha256';
import { comparisonKey } from '../values/text';
import type { InputRow } from './read-input-row';

/** A centre or platform that rows may name; its owner is the host or operator. */
export interface KnownBody {
  id: string;
  name: string;
  owner: string | null;
}

const idLength = 16;

/** Centres or platforms by number and by name; a later one with a number that is there already replaces it. */
export class BodyIndex {
  private readonly byId = new Map<string, KnownBody>();

  private readonly byName = new Map<string, Map<string, KnownBody>>();

  constructor(bodies: readonly KnownBody[]) {
    for (const body of bodies) this.add(body);
  }

  add(body: KnownBody): void {
    this.byId.set(body.id, body);
    const key = comparisonKey(body.name);
    this.byName.set(key, (this.byName.get(key) ?? new Map<string, KnownBody>()).set(body.id, body));
  }

  withId(id: string): KnownBody | undefined {
    return this.byId.get(id);
  }

  /** Those of this name; where one of them has the given owner, only that one. */
  named(name: string, owner: string | null): KnownBody[] {
    const all = [...(this.byName.get(comparisonKey(name))?.values() ?? [])];
    if (owner === null) return all;
    const owned = all.filter(
      (body) => body.owner !== null && comparisonKey(body.owner) === comparisonKey(owner),
    );
    return owned.length > 0 ? owned : all.filter((body) => body.owner === null);
  }
}

/** Number of a body that a list names: its own, else that of the known one, else one made from its names. */
export function idInList(
  index: BodyIndex,
  prefix: 'c' | 'pl',
  said: { id: string | undefined; name: string; owner: string | null },
): string {
  if (said.id !== undefined) return said.id;
  // A centre has one name in the province, whoever hosts it; platforms of several firms may share one.
  const [known] = index.named(said.name, prefix === 'c' ? null : said.owner);
  const names = prefix === 'c' ? [said.name] : [said.name, said.owner ?? ''];
  const key = names.map(comparisonKey).join('\u001f');
  return known?.id ?? `${prefix}-${sha256OfText(key).slice(0, idLength)}`;
}

/** The centre or platform that a row names, by number, else by name and owner; null with a finding. */
export function bodyOf(row: InputRow, index: BodyIndex, kind: 'centre' | 'platform'): KnownBody | null {
  const field = `${kind}_name`;
  const id = row.texts.get(`${kind}_id`);
  const name = row.texts.get(field);
  const known = id === undefined ? undefined : index.withId(id);
  if (known) {
    if (name === undefined || comparisonKey(name) === comparisonKey(known.name)) return known;
    row.report('body_name_differs', field, { expected: known.name });
    return null;
  }
  if (name === undefined) return null;
  const [found, other] = index.named(name, row.texts.get('operator') ?? null);
  if (found && !other) return found;
  if (found) row.report('body_ambiguous', field);
  else row.report(kind === 'centre' ? 'centre_unknown' : 'platform_unknown', field);
  return null;
}
