/** One choice of a menu. Options with the same `group` stand together under its name. */
export interface MenuOption {
  value: string;
  label: string;
  /** A short remark at the right, such as a count. */
  note?: string;
  group?: string;
  disabled?: boolean;
  /** More words that the search finds the option by (a code, an alias, pinyin). */
  keywords?: string;
}

export interface OptionGroup {
  /** Empty for options without a group. */
  name: string;
  options: MenuOption[];
}

/** From how many options on a menu offers a search field. */
export const searchableFrom = 12;

const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** Whether every word of the query stands in the text; width and case of the letters do not matter. */
export function matchesWords(text: string, query: string): boolean {
  const haystack = plain(text);
  return plain(query)
    .split(' ')
    .every((word) => haystack.includes(word));
}

/** The options that a query leaves; the group's name finds all of its options. */
export function findOptions(options: readonly MenuOption[], query: string): MenuOption[] {
  return options.filter((option) =>
    matchesWords([option.label, option.group, option.keywords].filter(Boolean).join(' '), query),
  );
}

/** Options in their groups, both in the order of first appearance. */
export function groupOptions(options: readonly MenuOption[]): OptionGroup[] {
  const groups = new Map<string, MenuOption[]>();
  for (const option of options) {
    const name = option.group ?? '';
    const members = groups.get(name);
    if (members) members.push(option);
    else groups.set(name, [option]);
  }
  return [...groups].map(([name, members]) => ({ name, options: members }));
}

/**
 * Where a key moves the active option (an index, −1 when none is active), passing over disabled ones;
 * null when the key moves nothing. The ends do not wrap, as in a native list box.
 */
export function moveActive(options: readonly MenuOption[], active: number, key: string): number | null {
  const usable = options.flatMap((option, index) => (option.disabled ? [] : [index]));
  const first = usable[0] ?? -1;
  const last = usable.at(-1) ?? -1;
  if (key === 'Home' || key === 'PageUp') return first;
  if (key === 'End' || key === 'PageDown') return last;
  if (key === 'ArrowDown') return usable.find((index) => index > active) ?? last;
  if (key === 'ArrowUp') return usable.findLast((index) => index < active) ?? first;
  return null;
}

/** The next usable option after the active one that begins with the typed text, round the end; −1 if none. */
export function typeAhead(options: readonly MenuOption[], active: number, typed: string): number {
  const begins = plain(typed);
  const count = options.length;
  for (let step = 1; step <= count; step += 1) {
    const index = (Math.max(active, -1) + step) % count;
    const option = options[index];
    if (option && !option.disabled && plain(option.label).startsWith(begins)) return index;
  }
  return -1;
}
