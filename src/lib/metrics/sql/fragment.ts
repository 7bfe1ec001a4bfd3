import type { SqlValue, Statement } from '$lib/warehouse/engine';

/** A piece of SQL with the values of its `?`, in order. A whole statement is a fragment that stands alone. */
export type Fragment = Statement;

const isFragment = (part: SqlValue | Fragment): part is Fragment => typeof part === 'object' && part !== null;

/**
 * Text of our own definitions (column names, expressions, labels of a statement). Never give it anything
 * that a reader or a file wrote: such values go into `sql` as they are and become a `?`.
 */
export const raw = (text: string): Fragment => ({ sql: text, params: [] });

/** Builds SQL: a fragment is set in with its values, any other value is bound to a `?`. */
export function sql(texts: TemplateStringsArray, ...parts: (SqlValue | Fragment)[]): Fragment {
  let text = texts[0] ?? '';
  const params: SqlValue[] = [];
  parts.forEach((part, index) => {
    const fragment = isFragment(part) ? part : { sql: '?', params: [part] };
    text += fragment.sql + (texts[index + 1] ?? '');
    params.push(...fragment.params);
  });
  return { sql: text, params };
}

/** Fragments one after the other with a separator of our own between them. */
export const joined = (fragments: readonly Fragment[], separator: string): Fragment => ({
  sql: fragments.map((fragment) => fragment.sql).join(separator),
  params: fragments.flatMap((fragment) => fragment.params),
});

/** Conditions that must all hold; none at all is true. */
export const allOf = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? raw('TRUE') : joined(conditions, '\n    AND ');
